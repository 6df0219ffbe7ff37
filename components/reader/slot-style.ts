import type { Tag } from '@/lib/core/api/groups';
import { escapeHtml } from '@/lib/core/essay/escape-html';

/**
 * The usual glyphs as gradients, in the colour of the text. Chromium prepares an image for every link that has one,
 * which takes a tenth of the time until a text with a thousand annotations is first shown; gradients take next to none.
 */
const shapes: Readonly<Record<string, string>> = {
  '◆':
    'conic-gradient(from 135deg at 50% 0, currentcolor 90deg, transparent 0) 0 0 / 0.45em 0.26em no-repeat,' +
    'conic-gradient(from -45deg at 50% 100%, currentcolor 90deg, transparent 0) 0 0.19em / 0.45em 0.26em no-repeat',
  '▲': 'conic-gradient(from 152.5deg at 50% 0, transparent, currentcolor 2deg 53deg, transparent 55deg) 0 0.02em / 0.45em 0.41em no-repeat',
  '■': 'linear-gradient(currentcolor) 0.04em 0.05em / 0.36em 0.36em no-repeat',
  '●': 'radial-gradient(closest-side, currentcolor 88%, transparent) 0.02em 0.02em / 0.41em 0.41em no-repeat',
};

/** The edges of the four slots on light and on dark paper, as in app/globals.css, whose variables no image can read. They do for more contrast, too. */
export const edges: readonly (readonly [light: string, dark: string])[] = [
  ['#0673e0', '#6ad7fb'],
  ['#c9481d', '#ffab6b'],
  ['#6d0303', '#f5575f'],
  ['#040495', '#8e6afb'],
];

/**
 * Line and glyph (a background) of each colour slot, as properties that highlights.css reads. A mark knows its slot only, so where
 * two words share one, the first that is still in use gives the looks.
 */
export function slotStyle(
  tags: readonly Pick<Tag, 'slot' | 'line' | 'glyph' | 'retired'>[],
): Record<string, string> {
  const style: Record<string, string> = {};
  for (const { slot, line, glyph } of tags.toSorted((a, b) => Number(a.retired) - Number(b.retired))) {
    style[`--line-${slot}`] ??= line;
    style[`--glyph-${slot}`] ??= shapes[glyph] ?? glyphImage(glyph, slot);
  }
  return style;
}

/** An image, since text would need a box of its own for every annotation; it follows the page's `color-scheme`. */
function glyphImage(glyph: string, slot: number): string {
  const [light, dark] = edges[slot - 1]!;
  const style = `text{fill:${light}}@media(prefers-color-scheme:dark){text{fill:${dark}}}`;
  const place = `x="5" y="9" text-anchor="middle" font-family="sans-serif" font-weight="600"`;
  const text = `<text ${place} font-size="${12 / [...glyph].length}">${escapeHtml(glyph)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><style>${style}</style>${text}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}") 0 0 / 0.45em 0.45em no-repeat`;
}
