import type { Element, Nodes, Root } from 'hast';
import { childElements, elementsBelow, rawText } from './element';
import { type Note, noteReference } from './note';

/** What a reference may look like: [5], 5, (5), *, †, a. */
const marker = /^[[(]?\^?(\d{1,4}|[*†‡§]{1,3}|[a-z]{1,2}|[ivx]{1,6})[\])]?$/i;
const backSign = /^(?:[\s^↩↑⏎*†‡§\d]|\ufe0e)*$|^[[(]?[a-z]{1,2}[\])]?$/i;

/**
 * Takes footnotes out of an HTML tree. One rule covers Markdown, pandoc, LessWrong and Wikipedia: a link with a short
 * sign leads to a later element that has a link back, to the first one or to what holds it. The links back go, and so
 * does the sign's frame; each reference becomes "[5]", so that it never grows together with a word.
 */
export function liftNotes(tree: Root): Note[] {
  const parents = parentsIn(tree);
  const byId = new Map<string, Element>();
  const references: Element[] = [];
  for (const element of parents.keys()) {
    const id = element.properties.id;
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, element);
    if (element.tagName === 'a' && marker.test(rawText(element).trim())) references.push(element);
  }
  const notes = new Map<Element, Note>();
  const order = new Map([...parents.keys()].map((element, index) => [element, index]));
  const backLinks = new Map<Element, Set<string>>();
  for (const reference of references) {
    const target = byId.get(fragment(reference) ?? '');
    if (target === undefined) continue;
    if (order.get(target)! < order.get(reference)! && !notes.has(target)) continue;
    if (!backLinks.has(target)) backLinks.set(target, mayBeNote(target) ? fragmentsBelow(target) : new Set());
    const frames = framesOf(reference, parents);
    const leadsBack = frames.some(({ properties }) => backLinks.get(target)!.has(String(properties.id)));
    if (frames.includes(target) || !(leadsBack || notes.has(target))) continue;
    if (!notes.has(target)) {
      const label = marker.exec(rawText(reference).trim())![1]!;
      notes.set(target, { id: `${notes.size + 1}`, label, children: [] });
    }
    refer(reference, notes.get(target)!);
  }
  for (const [target, note] of notes) {
    removeBackLinks(target, byId);
    note.children = target.children;
    target.children = [];
  }
  if (notes.size > 0) sweep(tree, notes);
  return [...notes.values()];
}

/** Sections of an essay may lead back to a table of contents, whose links look like references; notes have no headings. */
function mayBeNote(target: Element): boolean {
  return (
    target.tagName !== 'section' &&
    ![...elementsBelow(target)].some(({ tagName }) => /^h[1-6]$/.test(tagName))
  );
}

function fragmentsBelow(element: Element): Set<string> {
  return new Set([...elementsBelow(element)].flatMap((link) => fragment(link) ?? []));
}

/** The reference stays where it was, as text in a mark. */
function refer(link: Element, note: Note): void {
  const text = rawText(link).trim();
  const value = /^[[(]/.test(text) ? text : `[${text}]`;
  Object.assign(link, noteReference(note.id, [{ type: 'text', value }]));
}

function fragment(link: Element): string | undefined {
  const href = link.properties.href;
  return link.tagName === 'a' && typeof href === 'string' && href.startsWith('#')
    ? safeDecode(href.slice(1))
    : undefined;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parentsIn(tree: Root): Map<Element, Element | Root> {
  const parents = new Map<Element, Element | Root>();
  const visit = (node: Element | Root) => {
    for (const child of childElements(node)) {
      parents.set(child, node);
      visit(child);
    }
  };
  visit(tree);
  return parents;
}

/** A link and what holds it, four levels up: `<span id><sup><a>` is the usual frame of a reference. */
function framesOf(link: Element, parents: Map<Element, Nodes>): Element[] {
  const frames: Element[] = [];
  let node: Nodes | undefined = link;
  while (node?.type === 'element' && frames.length < 5) {
    frames.push(node);
    node = parents.get(node);
  }
  return frames;
}

/** Removes links that lead back into the text and show nothing but a sign, with the frames that only held them. */
function removeBackLinks(target: Element, byId: Map<string, Element>): void {
  target.children = target.children.filter((child) => {
    if (child.type !== 'element') return true;
    const isBack =
      fragment(child) !== undefined && byId.has(fragment(child)!) && backSign.test(rawText(child));
    if (isBack) return false;
    const before = child.children.length;
    removeBackLinks(child, byId);
    return child.children.length > 0 || before === 0;
  });
}

/** Removes the emptied notes, and the lists and sections that they leave empty. Says whether it removed any. */
function sweep(node: Element | Root, notes: ReadonlyMap<Element, Note>): boolean {
  let hasRemoved = false;
  const kept = (child: Nodes): boolean => {
    if (child.type !== 'element') return true;
    if (!notes.has(child) && !sweep(child, notes)) return true;
    hasRemoved = true;
    return !notes.has(child) && (rawText(child).trim() !== '' || childElements(child).length > 0);
  };
  node.children = node.children.filter(kept) as Element['children'];
  return hasRemoved;
}
