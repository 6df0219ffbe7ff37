import { indexed } from '@/lib/core/anchoring/interval-index';
import { pieces } from '@/lib/core/anchoring/pieces';
import { type HighlightRange, inReadingOrder, segments } from '@/lib/core/anchoring/segments';
import type { Segment } from '@/lib/core/essay/segment';
import { keepingPlace } from './keep-place';
import { type TextOffsets, textNodes } from './text-offsets';

/** Keeps the marks in the article's DOM equal to what the server would render for the same ranges. */
export interface Painter {
  /** Shows these ranges: at once near the viewport, elsewhere when the browser is idle. Costs by what changed. */
  paint(ranges: readonly HighlightRange[]): void;
  /** Paints what still waits, as before printing. */
  finish(): void;
}

/** Milliseconds of an idle slice: leaves half a frame for the layout that follows. */
const SLICE = 4;

/** `painted` are the ranges that the server's HTML already shows. */
export function createPainter(offsets: TextOffsets, painted: readonly HighlightRange[] = []): Painter {
  const { blocks, starts, blockAt } = offsets;
  const stale = new Set<number>();
  let index = indexed(painted);
  let scheduled = false;

  function paintBlock(i: number) {
    stale.delete(i);
    const start = starts[i]!;
    const found = segments(index.touching(start, starts[i + 1] ?? Infinity));
    // Most blocks need not look back: only what begins before them may have its link in them.
    const linksFrom = found.some((segment) => segment.start < start && segment.refs.length)
      ? lastTextEnd(blocks, i)
      : start;
    rebuild(blocks[i]!, { start, found, linksFrom });
  }

  /** What is in view at once; the rest is put in order of distance for the idle time. */
  function paintInView() {
    const waiting = [...stale]
      .map((i) => ({ i, away: distance(blocks[i]!) }))
      .sort((a, b) => a.away - b.away);
    stale.clear();
    for (const { i } of waiting) stale.add(i);
    keepingPlace(offsets, stale, () => {
      for (const { i, away } of waiting) if (away === 0) paintBlock(i);
    });
  }

  function paintSome() {
    scheduled = false;
    const until = performance.now() + SLICE;
    keepingPlace(offsets, stale, () => {
      for (const i of stale) {
        paintBlock(i);
        if (performance.now() > until) break;
      }
    });
    paintLater();
  }

  function paintLater() {
    if (scheduled || stale.size === 0) return;
    scheduled = true;
    if ('requestIdleCallback' in window) requestIdleCallback(paintSome);
    else setTimeout(paintSome, 4 * SLICE);
  }

  function relabel({ id, start, end, label }: HighlightRange) {
    for (let i = blockAt(start); i <= blockAt(end - 1); i++) {
      const link = blocks[i]?.querySelector(`a.ref[href="#a-${id}"]`);
      if (link) return link.setAttribute('aria-label', label);
    }
  }

  return {
    paint(ranges) {
      const next = indexed(ranges);
      const { moved, renamed } = differences(index.ranges, next.ranges);
      index = next;
      for (const { start, end } of moved)
        for (let i = blockAt(start); i <= blockAt(end - 1); i++) stale.add(i);
      renamed.forEach(relabel);
      paintInView();
      paintLater();
    },
    finish() {
      keepingPlace(offsets, stale, () => stale.forEach(paintBlock));
    },
  };
}

/** Compares two lists in reading order: ranges that came, went or changed colour, and those that only changed label. */
function differences(before: readonly HighlightRange[], after: readonly HighlightRange[]) {
  const moved: HighlightRange[] = [];
  const renamed: HighlightRange[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const old = before[i];
    const now = after[j];
    const order = old && now ? inReadingOrder(old, now) : old ? -1 : 1;
    if (order <= 0) i++;
    if (order >= 0) j++;
    if (order !== 0 || old?.slot !== now?.slot) moved.push(order < 0 ? old! : now!);
    else if (old?.label !== now?.label) renamed.push(now!);
  }
  return { moved, renamed };
}

/** Pixels between a block and the viewport; 0 when some of it is in view. */
function distance(block: HTMLElement): number {
  const { top, bottom } = block.getBoundingClientRect();
  return Math.max(0, top - innerHeight, -bottom);
}

/** Where the last text node before a block ends. */
function lastTextEnd(blocks: readonly HTMLElement[], i: number): number {
  if (i === 0) return 0;
  const last = textNodes(blocks[i - 1]!).at(-1);
  return last ? last.start + last.node.length : lastTextEnd(blocks, i - 1);
}

/** What a block is to show. `linksFrom`: where text ends before it; what begins there or later has its link in it. */
interface Paint {
  start: number;
  found: readonly Segment[];
  linksFrom: number;
}

function rebuild(block: HTMLElement, paint: Paint): void {
  // Taken out of the document, nodes are cut several times faster.
  const nodes = [...block.childNodes];
  const content = document.createDocumentFragment();
  block.replaceChildren();
  content.append(...nodes);
  unwrap(content);
  wrap(content, paint);
  block.append(content);
}

function unwrap(content: DocumentFragment): void {
  for (const ref of content.querySelectorAll('a.ref')) ref.remove();
  for (const mark of content.querySelectorAll('mark.hl')) mark.replaceWith(mark.firstChild!);
  content.normalize();
}

function wrap(content: DocumentFragment, { start: from, found, linksFrom }: Paint): void {
  // An annotation may begin with a line break or between blocks: its link waits for the first mark that follows.
  const links = found.filter((segment) => segment.start >= linksFrom && segment.refs.length);
  for (const { node, start } of textNodes(content, from)) {
    const cut = pieces(found, start, start + node.length);
    const link = node.parentElement?.closest('a');
    const parts: (Node | string)[] = [];
    for (const piece of cut) {
      const text = node.data.slice(piece.start - start, piece.end - start);
      if (!piece.segment) {
        parts.push(text);
        continue;
      }
      const mark = markElement(piece.segment, piece.start, text);
      const refs: HTMLElement[] = [];
      while (links[0] && links[0].start <= piece.start) refs.push(...links.shift()!.refs.map(refElement));
      // Links do not nest, so a ref that begins inside one stands before it.
      if (link) link.before(...refs);
      else mark.prepend(...refs);
      parts.push(mark);
    }
    if (cut.some((piece) => piece.segment)) node.replaceWith(...parts);
  }
}

function markElement({ slot, depth }: Segment, start: number, text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.className = `hl k${slot} d${depth}`;
  mark.dataset.s = `${start}`;
  mark.textContent = text;
  return mark;
}

function refElement({ id, slot, label }: Segment['refs'][number]): HTMLElement {
  const ref = document.createElement('a');
  ref.className = `ref k${slot}`;
  ref.setAttribute('href', `#a-${id}`);
  ref.setAttribute('aria-label', label);
  return ref;
}
