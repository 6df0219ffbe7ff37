import type { Span } from '@/lib/core/agreement/marks';

/** Textblocks of a canonical text that any of the spans touches, in order. UTF-16 code units. */
export function caseBlocks(text: string, spans: readonly Span[]): { start: number; text: string }[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const blocks: { start: number; text: string }[] = [];
  let [start, next, reach] = [0, 0, 0];
  for (const block of text.split('\n\n')) {
    const end = start + block.length;
    while (next < sorted.length && sorted[next]!.start < end) reach = Math.max(reach, sorted[next++]!.end);
    // Every span that begins before this block's end is known, so the farthest end says whether one reaches into it.
    if (reach > start) blocks.push({ start, text: block });
    start = end + 2;
  }
  return blocks;
}
