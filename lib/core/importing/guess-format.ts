import type { ImportFormat } from './import-formats';

const html =
  /^\s*(<!doctype html|<html|<(article|main|section|div|p|h[1-6]|ul|ol|blockquote|table)\b[^>]*>)/i;
/** Signs of Markdown that prose hardly ever shows: headings, links, fences, bold, front matter. */
const markdown = [
  /^#{1,6} \S/m,
  /\[[^\]\n]+\]\((https?:|\/|#)[^)\s]+\)/,
  /^(```|~~~)/m,
  /\*\*\S[^*\n]*\*\*/,
  /^---\n(\w+:.*\n)+---\n/,
];
/** UTF-16 code units that are looked at. */
const looked = 20_000;

/** Which format a pasted text is written in, by its first signs. */
export function guessFormat(text: string): ImportFormat {
  const start = text.slice(0, looked);
  if (html.test(start)) return 'html';
  return markdown.some((sign) => sign.test(start)) ? 'markdown' : 'text';
}

const structure = /<(p|h[1-6]|ul|ol|li|blockquote|table|em|strong|i|a|sup)\b/i;

/** Whether a clipboard's HTML holds more than its plain text: editors of code wrap mere text in styled boxes. */
export const hasStructure = (clipboardHtml: string): boolean => structure.test(clipboardHtml);
