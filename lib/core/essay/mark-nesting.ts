import type { Mark, MarkType } from './document';

/** What may lie on words: a mark of the essay or, where a format draws it like one, that somebody marked them. */
export type LineMark = Mark | { type: 'highlight' };

/** Outermost first: links stay whole and apart from what they contain, and in code nothing else may stand. */
const order: readonly (MarkType | 'highlight')[] = [
  'link',
  'footnoteReference',
  'highlight',
  'bold',
  'italic',
  'strike',
  'subscript',
  'superscript',
  'code',
];

/** The same marks as they stand around their words, outermost first. */
export function nested<M extends LineMark>(marks: readonly M[]): M[] {
  return [...marks].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

/** How many of the open marks, counted from outside, may stay open for the next words. Both lists are nested. */
export function sharedDepth(open: readonly LineMark[], next: readonly LineMark[]): number {
  const differs = open.findIndex((mark, depth) => !isSame(mark, next[depth]));
  return differs === -1 ? open.length : differs;
}

function isSame(a: LineMark, b: LineMark | undefined): boolean {
  if (a.type === 'link') return b?.type === 'link' && a.attrs.href === b.attrs.href;
  if (a.type === 'footnoteReference') return b?.type === 'footnoteReference' && a.attrs.id === b.attrs.id;
  return a.type === b?.type;
}
