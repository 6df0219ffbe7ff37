// Floor of painting: what the platform itself takes. Four shared highlights, ranges found by binary search.
import { probe } from '@/bench/painting-probe';
import type { HighlightRange } from '@/lib/core/anchoring/segments';

const blocks = [...document.querySelectorAll<HTMLElement>('[data-start]')];
const starts = blocks.map((block) => Number(block.dataset.start));
const made = new Map<string, StaticRange>();
const highlights = [1, 2, 3, 4].map((slot) => {
  const highlight = new Highlight();
  CSS.highlights.set(`slot-${slot}`, highlight);
  return highlight;
});

function blockAt(offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function place(offset: number, block: number): [Node, number] {
  const text = blocks[block]!.firstChild as Text;
  return [text, Math.min(offset - starts[block]!, text.length)];
}

function add({ id, start, end, slot }: HighlightRange): void {
  const [startContainer, startOffset] = place(start, blockAt(start));
  const [endContainer, endOffset] = place(end, blockAt(end - 1));
  const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  made.set(id, range);
  highlights[slot - 1]!.add(range);
}

function show(ranges: readonly HighlightRange[]): void {
  for (const highlight of highlights) highlight.clear();
  ranges.forEach(add);
}

const { ranges } = window;
show(ranges);
probe(ranges, { add, show, remove: ({ id, slot }) => highlights[slot - 1]!.delete(made.get(id)!) });
