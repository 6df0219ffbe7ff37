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
/** A word in capitals after a first name is taken for the rest of somebody's name. */
const nameGoesOn = /^[ \u00a0]\p{Lu}[\p{L}\p{M}]/u;
const wordEnds = /[\p{L}\p{M}\p{N}_]$/u;

type Finder<P> = (text: string) => Found<P> | null;

/**
 * Whom the beginning of a text names: by a whole name, or by a first name, that one person alone has. The longest name
 * wins, so "Ben Okoro" is not Ben, nor anybody where no Ben of that name is. Null where nobody or several are meant, and
 * where the word goes on.
 */
export const namedAtStart = <P extends Named>(text: string, people: readonly P[]): Found<P> | null =>
  finderAmong(people)(text);

/** The same for many texts: what it takes hangs on how long names are, and not on how many there are. */
function finderAmong<P extends Named>(people: readonly P[]): Finder<P> {
  const names = [wholeName, firstName].flatMap((nameOf) => byLength(people, nameOf));
  return (text) => {
    for (const { length, bearers } of names) {
      const [person, another] = bearers.get(text.slice(0, length).toLowerCase()) ?? [];
      if (!person || wordBegins.test(text.slice(length, length + 2))) continue;
      const isOther = length < person.name.length && nameGoesOn.test(text.slice(length, length + 4));
      return another || isOther ? null : { person, length };
    }
    return null;
  };
}

const wholeName = ({ name }: Named) => name;
const firstName = ({ name }: Named) => name.split(' ')[0]!;

/** Who bears each name, in lower case; the longest names first. */
function byLength<P extends Named>(people: readonly P[], nameOf: (person: P) => string) {
  const found = new Map<number, Map<string, P[]>>();
  for (const person of people) {
    const name = nameOf(person);
    if (name === '') continue;
    const bearers = found.get(name.length) ?? new Map<string, P[]>();
    found.set(name.length, bearers);
    const key = name.toLowerCase();
    const namesakes = bearers.get(key) ?? [];
    namesakes.push(person);
    bearers.set(key, namesakes);
  }
  return [...found].map(([length, bearers]) => ({ length, bearers })).sort((a, b) => b.length - a.length);
}

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
export const withMentions = (node: Node | CommentDocument, people: readonly Named[]): Node =>
  mentioning(node as Node, finderAmong(people));

function mentioning(node: Node, find: Finder<Named>): Node {
  const { type, content } = node;
  if (!content || type === 'codeBlock') return node;
  return {
    ...node,
    content: content.flatMap((child) => (isPlain(child) ? inline(child, find) : [mentioning(child, find)])),
  };
}

function inline(node: Node, find: Finder<Named>): Node[] {
  const parts: (Node | Extract<CommentInline, { type: 'mention' }>)[] = [];
  const text = node.text!;
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    // An address of mail is no mention.
    const found = wordEnds.test(text.slice(Math.max(0, at - 2), at)) ? null : find(text.slice(at + 1));
    if (!found) continue;
    if (at > from) parts.push({ ...node, text: text.slice(from, at) });
    parts.push({ type: 'mention', attrs: { id: found.person.id, label: found.person.name } });
    from = at + 1 + found.length;
    at = from - 1;
  }
  if (from < text.length) parts.push({ ...node, text: text.slice(from) });
  return parts as Node[];
}
