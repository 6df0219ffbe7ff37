import type { Block, Heading, HeadingLevel } from '@/lib/core/essay/document';

/**
 * Level 1 for the essay's title, which is a heading at its very beginning above all others; the levels of the rest
 * without gaps from 2 on. So a page has one main heading, and screen readers miss no step, whatever the source did.
 */
export function levelHeadings(blocks: Block[]): Block[] {
  const headings = [...headingsIn(blocks)];
  const first = blocks[0];
  const others = headings.filter((heading) => heading !== first);
  const top = Math.min(...others.map((heading) => heading.attrs.level));
  const title = first?.type === 'heading' && first.attrs.level < top ? first : undefined;
  const rest = headings.filter((heading) => heading !== title);
  const levels = [...new Set(rest.map((heading) => heading.attrs.level))].sort();
  for (const heading of rest)
    heading.attrs.level = Math.min(6, levels.indexOf(heading.attrs.level) + 2) as HeadingLevel;
  if (title !== undefined) title.attrs.level = 1;
  return blocks;
}

function* headingsIn(blocks: readonly Block[]): Generator<Heading> {
  for (const block of blocks) {
    if (block.type === 'heading') yield block;
    else if (block.type === 'blockquote') yield* headingsIn(block.content);
    else if (block.type === 'bulletList' || block.type === 'orderedList')
      for (const item of block.content) yield* headingsIn(item.content);
    else if (block.type === 'table')
      for (const row of block.content) for (const cell of row.content) yield* headingsIn(cell.content);
  }
}
