import type { Element, ElementContent, Root } from 'hast';
import { elementsBelow } from './element';

/** A footnote on its way from a source to a document. */
export interface Note {
  /** Its name in the document: "1", "2", … */
  id: string;
  /** The sign that the source gave it. */
  label: string;
  children: ElementContent[];
}

const tagName = 'note-reference';

/** A reference to a note: an element that no HTML has, made after sanitising, so that no source can forge one. */
export function noteReference(id: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { note: id }, children };
}

/** The id of the note that an element refers to, if it is a reference. */
export function referredNote(element: Element): string | undefined {
  return element.tagName === tagName ? String(element.properties.note) : undefined;
}

/** References to any other note than these keep their sign as plain text: a note without words is none. */
export function unlinkOthers(notes: readonly Note[], tree: Root): void {
  const kept = new Set(notes.map(({ id }) => id));
  const children = [...tree.children, ...notes.flatMap((note) => note.children)];
  for (const element of elementsBelow({ type: 'root', children })) {
    const id = referredNote(element);
    if (id !== undefined && !kept.has(id)) element.tagName = 'span';
  }
}
