import type { Annotation } from './annotation';

/** By place in the text, or by time of creation. */
export type Order = 'place' | 'time';

/** `startOf` gives an annotation's offset in the text; those without a place come last. Ids tell the time. */
export function inOrder(
  annotations: Iterable<Annotation>,
  order: Order,
  startOf: (annotation: Annotation) => number | null,
): Annotation[] {
  const place = (annotation: Annotation) =>
    order === 'place' ? (startOf(annotation) ?? Number.MAX_SAFE_INTEGER) : 0;
  return [...annotations]
    .map((annotation) => ({ annotation, at: place(annotation) }))
    .sort((a, b) => a.at - b.at || (a.annotation.id < b.annotation.id ? -1 : 1))
    .map(({ annotation }) => annotation);
}
