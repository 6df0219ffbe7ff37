const mostMarkers = 24;
const mostIndent = 240;
const mostSigns = 4000;
const mostParagraphs = 20_000;
const mostTables = 500;
const mostColumns = 300;

const prefix = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))+/gm;
const markers = /[>*+-]|\d+/g;
const signs = /[*_~[\]<`]/g;

/**
 * Whether a Markdown text would keep the parser busy for longer than it is worth. Measured: 10,000 list markers in one
 * line take 44 s, 33,000 times `**a` in one paragraph 7 s, both growing with the square; 34,000 small tables 27 s,
 * 160,000 small paragraphs 25 s, a table of 20,000 columns 8 s. No essay comes near the limits.
 */
export function isHeavyMarkdown(source: string): boolean {
  for (const [line] of source.matchAll(prefix)) {
    if (line.length <= mostMarkers) continue;
    const blanks = line.length - line.replace(/[ \t]/g, '').length;
    if (blanks > mostIndent || (line.match(markers)?.length ?? 0) > mostMarkers) return true;
  }
  const paragraphs = source.split(/\n[ \t]*\n/);
  const tables = delimiters(source);
  if (paragraphs.length > mostParagraphs || tables.length > mostTables) return true;
  if (tables.some((line) => line.split('|').length > mostColumns)) return true;
  return paragraphs.some(
    (paragraph) => paragraph.length > mostSigns && (paragraph.match(signs)?.length ?? 0) > mostSigns,
  );
}

/** Lines like `|---|:--|`, one a table. */
function delimiters(source: string): string[] {
  const isDelimiter = (line: string) => /^[ |:-]+$/.test(line) && line.includes('|') && line.includes('-');
  return source.split('\n').filter(isDelimiter);
}
