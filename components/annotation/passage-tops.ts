import type { ArticleView } from '@/components/reader/article-view';
import type { TextRange } from '@/lib/core/anchoring/selectors';

/**
 * Tops of passages, in CSS pixels below `origin` (a viewport coordinate). Exact near the window; elsewhere by how far
 * into its block a passage begins, since asking the browser about thousands of ranges takes longer than a frame.
 */
export function passageTops(
  { blocks, starts, blockAt, domRange, text }: ArticleView,
  passages: readonly TextRange[],
  origin: number,
): number[] {
  const boxes = new Map<number, DOMRect>();
  const boxOf = (block: number) => {
    let box = boxes.get(block);
    if (!box) {
      box = blocks[block]!.getBoundingClientRect();
      boxes.set(block, box);
    }
    return box;
  };
  return passages.map(({ start }) => {
    const block = blockAt(start);
    const box = boxOf(block);
    if (box.bottom > -innerHeight && box.top < 2 * innerHeight)
      return domRange({ start, end: start + 1 }).getBoundingClientRect().top - origin;
    const from = starts[block]!;
    const length = (starts[block + 1] ?? text.length) - from;
    return box.top - origin + (box.height * (start - from)) / Math.max(1, length);
  });
}
