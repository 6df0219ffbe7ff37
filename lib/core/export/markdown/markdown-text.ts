import { oneLine } from '@/lib/core/export/one-line';

/** Addresses are written `<…>`, which every dialect reads. Not all of what may stand in one: the rest is text again. */
const address = /https?:\/\/[!-:=?-~]*[A-Za-z0-9/_=&#-]/g;

/** What means something within a line, in CommonMark, GitHub's dialect or Pandoc's. */
const signs = /[\\`*_[\]<>~|$^@{]|&(?=[#\w])|(?<=www)\.|:(?=\/\/)/gi;

/** What means something at the beginning of a line: headings, lists, rules, underlines, definitions, title blocks. */
const openings: readonly [RegExp, string][] = [
  [/^([#+\-=:%(])/, '\\$1'],
  [/^(\d{1,9}|[a-z]|[ivxlcdm]+)([.)])(?=\s|$)/i, '$1\\$2'],
];

/** Of a text, in UTF-16 code units, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** Where the addresses of a text are that begins at `offset`: nothing may be put inside. */
export const addressesIn = (text: string, offset = 0): Stretch[] =>
  Array.from(text.matchAll(address), ({ index, 0: { length } }) => ({
    start: offset + index,
    end: offset + index + length,
  }));

/** Plain text as Markdown within a line, in which it reads as it is. Line ends become spaces. */
export function inMarkdown(text: string): string {
  const line = oneLine(text);
  return escaped(line, addressesIn(line));
}

/** Text as Markdown: what looks like it is escaped, and `addresses` in it are links. */
export function escaped(text: string, addresses: readonly Stretch[] = []): string {
  let markdown = '';
  let at = 0;
  for (const { start, end } of addresses) {
    markdown += `${text.slice(at, start).replace(signs, '\\$&')}<${text.slice(start, end)}>`;
    at = end;
  }
  return markdown + text.slice(at).replace(signs, '\\$&');
}

/** Escaped text with which a line begins. */
export const lineOpening = (text: string): string =>
  openings.reduce((opened, [pattern, as]) => opened.replace(pattern, as), text);

/** Code between as many backticks as it needs. */
export function codeSpan(code: string): string {
  const fence = fenceFor(code, 1);
  const isPadded = /^`|`$/.test(code) || (/^ .* $/.test(code) && code.trim() !== '');
  return isPadded ? `${fence} ${code} ${fence}` : fence + code + fence;
}

/** Between backticks no bar can be told from the one that ends a cell. */
export const cellCode = (code: string): string =>
  code.includes('|') ? `<code>${escaped(code)}</code>` : codeSpan(code);

/** Backticks, at least so many, of which the code has never so many in a row. */
export function fenceFor(code: string, least: number): string {
  let longest = 0;
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return '`'.repeat(Math.max(least, longest + 1));
}

/** A link's target, whatever stands in it. */
export const linkTarget = (href: string): string => `(<${href.replace(/[<>\\|]|&(?=#?\w+;)/g, '\\$&')}>)`;

/** Each line moved in; empty ones stay empty. */
export const indented = (block: string, by: number): string => block.replace(/^(?=.)/gm, ' '.repeat(by));
