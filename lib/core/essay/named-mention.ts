import type { CommentDocument, CommentInline } from './comment-document';

/** Somebody who can be mentioned. */
export interface Named {
  id: string;
  name: string;
}

interface Found<P> {
  person: P;
  /** UTF-16 code units of the name as it was written. */
  length: number;
}

const wordBegins = /^[\p{L}\p{M}\p{N}_]/u;
const wordEnds = /[\p{L}\p{M}\p{N}_]$/u;

/**
 * Whom the beginning of a text names: by a whole name, or by a first name, that one person alone has. The longest name
 * wins, so "Ben Okoro" is not Ben. Null where nobody or several are meant, and where the word goes on.
 */
export function namedAtStart<P extends Named>(text: string, people: readonly P[]): Found<P> | null {
  for (const nameOf of [wholeName, firstName]) {
    const meant = people.filter((person) => beginsWith(text, nameOf(person)));
    const length = Math.max(0, ...meant.map((person) => nameOf(person).length));
    const [person, another] = meant.filter((one) => nameOf(one).length === length);
    if (person) return another ? null : { person, length };
  }
  return null;
}

const wholeName = ({ name }: Named) => name;
const firstName = ({ name }: Named) => name.split(' ')[0]!;

/** A whole word or more, in any case. */
const beginsWith = (text: string, name: string): boolean =>
  name !== '' &&
  text.slice(0, name.length).toLowerCase() === name.toLowerCase() &&
  !wordBegins.test(text.slice(name.length));

interface Node {
  type: string;
  text?: string;
  marks?: readonly { type: string }[];
  content?: readonly Node[];
}

const isPlain = ({ type, text, marks = [] }: Node): boolean =>
  type === 'text' &&
  text!.includes('@') &&
  !marks.some((mark) => mark.type === 'code' || mark.type === 'link');

/** Whether somebody may be named in it, so that it is worth asking who there is. */
export const mayName = (node: Node | CommentDocument): boolean =>
  isPlain(node as Node) ||
  (node.type !== 'codeBlock' && (node.content ?? []).some((child) => mayName(child as Node)));

/** The same with a mention wherever "@" and a name stand in the text, but for code and links. */
export function withMentions(node: Node | CommentDocument, people: readonly Named[]): Node {
  const { type, content } = node as Node;
  if (!content || type === 'codeBlock') return node as Node;
  return {
    ...(node as Node),
    content: content.flatMap((child) =>
      isPlain(child) ? inline(child, people) : [withMentions(child, people)],
    ),
  };
}

function inline(node: Node, people: readonly Named[]): Node[] {
  const parts: (Node | Extract<CommentInline, { type: 'mention' }>)[] = [];
  const text = node.text!;
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    // An address of mail is no mention.
    const found = wordEnds.test(text.slice(0, at)) ? null : namedAtStart(text.slice(at + 1), people);
    if (!found) continue;
    if (at > from) parts.push({ ...node, text: text.slice(from, at) });
    parts.push({ type: 'mention', attrs: { id: found.person.id, label: found.person.name } });
    from = at + 1 + found.length;
    at = from - 1;
  }
  if (from < text.length) parts.push({ ...node, text: text.slice(from) });
  return parts as Node[];
}
