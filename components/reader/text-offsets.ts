import type { TextRange } from '@/lib/core/anchoring/selectors';

/** Translates between places in the article's DOM and offsets in the canonical text (UTF-16 code units). */
export interface TextOffsets {
  readonly article: HTMLElement;
  /** The textblocks in text order; `starts[i]` is the offset of the first character of `blocks[i]`. */
  readonly blocks: readonly HTMLElement[];
  readonly starts: readonly number[];
  /** Index of the block that holds the offset, or that ends before it when it lies between two. */
  blockAt(offset: number): number;
  /** Null outside of the textblocks. */
  offsetAt(node: Node, offset: number): number | null;
  /** What a selection covers of the article; null when that is nothing. */
  rangeOf(range: AbstractRange): TextRange | null;
  /** Around the characters, in as few text nodes as possible; collapsed for an empty range. */
  domRange(range: TextRange): Range;
  /** Nearest gap between two characters to a point of the viewport; null beside the textblocks. */
  offsetFromPoint(x: number, y: number): number | null;
}

export function textOffsets(article: HTMLElement): TextOffsets {
  const blocks = [...article.querySelectorAll<HTMLElement>('[data-start]')];
  const starts = blocks.map(startOf);
  const blockAt = (offset: number) => Math.max(0, firstIndex(starts.length, (i) => starts[i]! > offset) - 1);

  function offsetAt(node: Node, offset: number): number | null {
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
    const block = element?.closest<HTMLElement>('[data-start]');
    return block && article.contains(block) ? startOf(block) + lengthUpTo(block, node, offset) : null;
  }

  /** Between blocks, or outside of the article: how many blocks begin before the place. */
  function blocksBefore(node: Node, offset: number): number {
    const place = document.createRange();
    place.setStart(node, offset);
    return firstIndex(blocks.length, (i) => place.comparePoint(blocks[i]!, 0) >= 0);
  }

  function rangeOf({
    startContainer,
    startOffset,
    endContainer,
    endOffset,
  }: AbstractRange): TextRange | null {
    const start =
      offsetAt(startContainer, startOffset) ?? starts[blocksBefore(startContainer, startOffset)] ?? Infinity;
    let end = offsetAt(endContainer, endOffset);
    if (end === null) {
      const last = blocks[blocksBefore(endContainer, endOffset) - 1];
      end = last ? startOf(last) + lengthUpTo(last, last, last.childNodes.length) : 0;
    }
    return start < end ? { start, end } : null;
  }

  function domRange({ start, end }: TextRange): Range {
    const range = document.createRange();
    range.setStart(...place(blocks[blockAt(start)]!, start, 1));
    if (end > start) range.setEnd(...place(blocks[blockAt(end - 1)]!, end, 0));
    return range;
  }

  function offsetFromPoint(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint?.(x, y);
    if (caret) return offsetAt(caret.offsetNode, caret.offset);
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? offsetAt(range.startContainer, range.startOffset) : null;
  }

  return { article, blocks, starts, blockAt, offsetAt, rangeOf, domRange, offsetFromPoint };
}

/**
 * The text nodes of a block with the offset at which each begins; `<br>` stands for one character.
 * `offset` is needed for a block's content that has been taken out of it.
 */
export function textNodes(
  content: ParentNode,
  offset = startOf(content as HTMLElement),
): { node: Text; start: number }[] {
  const found: { node: Text; start: number }[] = [];
  let start = offset;
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      found.push({ node: node as Text, start });
      start += (node as Text).length;
    } else if (node.nodeName === 'BR') start++;
  }
  return found;
}

const startOf = (block: HTMLElement) => Number(block.dataset.start);

function lengthUpTo(block: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  const breaks = [...block.querySelectorAll('br')].filter((br) => range.intersectsNode(br));
  return range.toString().length + breaks.length;
}

/** The DOM place of an offset; between two text nodes, the later one when `later` is 1. */
function place(block: HTMLElement, offset: number, later: 0 | 1): [node: Node, offset: number] {
  let found: [Node, number] = [block, 0];
  for (const { node, start } of textNodes(block)) {
    if (start >= offset + later) break;
    found = [node, Math.min(offset - start, node.length)];
  }
  return found;
}

/** The first index for which a claim that, once true, stays true; `length` if none. */
function firstIndex(length: number, claim: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (claim(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
