// Peer of painting: @recogito/text-annotator with the renderer it takes by itself.
import '@recogito/text-annotator/text-annotator.css';
import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator';
import { probe } from '@/bench/painting-probe';
import type { HighlightRange } from '@/lib/core/anchoring/segments';

const article = document.querySelector<HTMLElement>('#essay')!;
const annotator = createTextAnnotator(article);
const { store } = annotator.state;

/** Of its own, without our separators: it counts the characters of the DOM. */
const starts = new Map<number, number>();
let counted = 0;
for (const block of document.querySelectorAll<HTMLElement>('[data-start]')) {
  starts.set(Number(block.dataset.start), counted);
  counted += block.textContent!.length;
}
const begins = [...starts];

function toTheirs(offset: number): number {
  const [ours, theirs] = begins.findLast(([start]) => start <= offset)!;
  return theirs + offset - ours;
}

function annotationOf({ id, start: from, end: to }: HighlightRange): TextAnnotation {
  const [start, end] = [toTheirs(from), toTheirs(to)];
  const quote = article.textContent!.slice(start, end);
  return {
    id,
    bodies: [],
    target: { annotation: id, selector: [{ start, end, quote }] },
  } as unknown as TextAnnotation;
}

const { ranges } = window;
// Not setAnnotations(): with the current @annotorious/core it calls a method that is not wrapped, and nothing is drawn.
store.bulkAddAnnotations(ranges.map(annotationOf), true);

const layer = document.querySelector('.r6o-span-highlight-layer')!;
probe(ranges, {
  add: (range) => store.addAnnotation(annotationOf(range)),
  remove: ({ id }) => store.deleteAnnotation(id),
  // It draws a while after it was told, in a frame.
  drawn: () =>
    new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(layer, { childList: true });
    }),
});
