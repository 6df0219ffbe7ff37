import type { Element } from 'hast';
import { rawText } from './element';

const mostCharacters = 80;
const mostWords = 12;
const mostTitleCharacters = 140;
const closers = /[\s"'”’»)\]]+$/;

/**
 * Marks the title (h1) and headings (h2) among the blocks of a plain text. Conservative: a heading is one short line
 * without closing punctuation, stands alone or with one other, and something longer follows. Three short lines in a row
 * are a list that lost its marks. A missed heading reads as a short paragraph; a false one shouts.
 */
export function markHeadings(blocks: readonly Element[]): void {
  const title = isTitle(blocks) ? 1 : 0;
  if (title === 1) blocks[0]!.tagName = 'h1';
  for (let index = title; index < blocks.length; ) {
    let end = index;
    while (end < blocks.length && isHeadingLike(blocks[end]!)) end++;
    const run = blocks.slice(index, end);
    const next = blocks[end];
    const isFollowed = next !== undefined && run.every((heading) => carries(next, heading));
    if (run.length <= 2 && isFollowed) for (const heading of run) heading.tagName = 'h2';
    index = Math.max(end, index) + 1;
  }
}

function isTitle([first, ...rest]: readonly Element[]): boolean {
  if (first === undefined || !isOneLine(first)) return false;
  const text = rawText(first).trim();
  // Asked first: the patterns below take time with the square of a text's white space.
  if (text.length > mostTitleCharacters || text.split(/\s+/).length > 2 * mostWords) return false;
  const isOpen = !/[.:;,…]$/.test(text.replace(closers, '')) && /\p{L}/u.test(text) && !/^https?:/.test(text);
  return isOpen && rest.slice(0, 4).some((block) => carries(block, first));
}

function isHeadingLike(block: Element): boolean {
  if (!isOneLine(block)) return false;
  const text = rawText(block)
    .replace(/\[\d+\]$/, '')
    .trim();
  if (text.length > mostCharacters || text.split(/\s+/).length > mostWords) return false;
  if (!/^(?:\p{Lu}|\p{Lo}|\p{Lt}|\d)/u.test(text) || !/\p{L}/u.test(text)) return false;
  return !/[.!?:;,…—–-]$/.test(text.replace(closers, ''));
}

function isOneLine(block: Element): boolean {
  return block.tagName === 'p' && block.children.length === 1;
}

/** Whether a heading can stand over this block: a paragraph well longer than it, or something of another kind. */
function carries(block: Element, heading: Element): boolean {
  if (block.tagName !== 'p') return block.tagName !== 'hr';
  const length = rawText(block).length;
  return length >= 60 && length >= rawText(heading).length * 1.5;
}
