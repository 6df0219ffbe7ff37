import { oneLine } from '@/lib/core/export/one-line';

/** Addresses are written `<…>`, which every dialect reads. Not all of what may stand in one: the rest is text again. */
const address = /https?:\/\/[!-:=?-~]*[A-Za-z0-9/_=&#-]/g;

/** What means something within a line, in CommonMark, GitHub's dialect or Pandoc's. */
const signs = /[\\`*_[\]<>~|$^@]|&(?=[#\w])|(?<=www)\.|:(?=\/\/)/gi;

/** What means something at the beginning of a line: headings, lists, rules, underlines, definitions, title blocks. */
const openings: readonly [RegExp, string][] = [
  [/^([#+\-=:%(])/, '\\$1'],
  [/^(\d{1,9}|[a-z]|[ivxlcdm]+)([.)])(?=\s|$)/i, '$1\\$2'],
  [/^ /, '&#32;'],
  [/ $/, '&#32;'],
];

/** Where the addresses of a text are, in UTF-16 code units, end exclusive: nothing may be put inside. */
export const addressesIn = (text: string): { start: number; end: number }[] =>
  Array.from(text.matchAll(address), ({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** Plain text as Markdown within a line, in which it reads as it is. Line ends become spaces. */
export const inMarkdown = (text: string): string => inlineMarkdown(oneLine(text));

/** A line of a text, without its end, cut where signs of Markdown go: `sign(n)` stands after the n-th piece. */
export function markdownLine(pieces: readonly string[], sign: (n: number) => string): string {
  let line = '';
  for (const [n, piece] of pieces.entries()) {
    const words = inlineMarkdown(piece);
    // A footnote's sign before a bracket would be a link, and before a colon the note itself.
    line += n > 0 && /^[(:]/.test(words) ? `\\${words}` : words;
    if (n < pieces.length - 1) line += sign(n);
  }
  return openings.reduce((opened, [pattern, escaped]) => opened.replace(pattern, escaped), line);
}

function inlineMarkdown(text: string): string {
  let escaped = '';
  let at = 0;
  for (const { start, end } of addressesIn(text)) {
    escaped += `${text.slice(at, start).replace(signs, '\\$&')}<${text.slice(start, end)}>`;
    at = end;
  }
  return escaped + text.slice(at).replace(signs, '\\$&');
}
