const mostMarkers = 24;
const mostIndent = 240;
const mostSigns = 4000;

const prefix = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))+/gm;
const markers = /[>*+-]|\d+/g;
const signs = /[*_~[\]<`]/g;

/**
 * Whether a Markdown text would keep the parser busy for longer than it is worth. Measured: 10,000 list markers in one
 * line take 44 s, 33,000 times `**a` in one paragraph 7 s, both growing with the square. No prose comes near the limits
 * of 24 containers or 240 columns of indent in a line, and 4,000 signs in a paragraph.
 */
export function isHeavyMarkdown(source: string): boolean {
  for (const [line] of source.matchAll(prefix)) {
    if (line.length <= mostMarkers) continue;
    const blanks = line.length - line.replace(/[ \t]/g, '').length;
    if (blanks > mostIndent || (line.match(markers)?.length ?? 0) > mostMarkers) return true;
  }
  return source
    .split(/\n[ \t]*\n/)
    .some((paragraph) => paragraph.length > mostSigns && (paragraph.match(signs)?.length ?? 0) > mostSigns);
}
