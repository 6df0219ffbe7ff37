import { type CodePoints, codePoints } from '@/lib/core/anchoring/code-points';
import type { TextRange } from '@/lib/core/anchoring/selectors';
import { type TextOffsets, textNodes, textOffsets } from './text-offsets';

/** The article in the page: its DOM, and the canonical text as it stands there. */
export interface ArticleView extends TextOffsets {
  /** Canonical text. */
  readonly text: string;
  /** Between the app's UTF-16 offsets and the code points of the API. */
  readonly points: CodePoints;
  /** The characters of a passage. */
  quote(range: TextRange): string;
}

/** From here on all of the article has its true height, also what is laid out later otherwise (article.css). */
export function articleView(article: HTMLElement): ArticleView {
  article.dataset.whole = '';
  const offsets = textOffsets(article);
  const text = offsets.blocks.map(blockText).join('\n\n');
  return { ...offsets, text, points: codePoints(text), quote: ({ start, end }) => text.slice(start, end) };
}

/** A `<br>` is a line end. */
function blockText(block: HTMLElement): string {
  if (!block.querySelector('br')) return block.textContent ?? '';
  const from = Number(block.dataset.start);
  let text = '';
  for (const { node, start } of textNodes(block)) {
    text = text.padEnd(start - from, '\n') + node.data;
  }
  return text;
}
