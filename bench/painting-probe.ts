// Runs in the page: measures one way to show annotations.
import type { HighlightRange } from '@/lib/core/anchoring/segments';

/** One way to show annotations, as the bench drives it. */
export interface Contender {
  add(range: HighlightRange): void;
  remove(range: HighlightRange): void;
  /** Shows these instead, in reading order. */
  show?(ranges: readonly HighlightRange[]): void;
  /** How many lie at a point of the viewport. */
  countAt?(x: number, y: number): number;
  /** Resolves in the frame that draws the last change; the next frame unless said otherwise. */
  drawn?(): Promise<unknown>;
}

export interface Probe {
  /** Milliseconds until the change is painted. */
  add(): Promise<number>;
  remove(): Promise<number>;
  /** Of hiding one tag of four, and of showing it again. */
  toggle(): Promise<number>;
  /** Microseconds to find what lies at a point, mean of 300. */
  hit(): number;
  /** The longest wait for a frame in the two seconds after a change of filter. */
  longestFrame(): Promise<number>;
}

declare global {
  interface Window {
    probe: Probe;
    ranges: HighlightRange[];
  }
}

const frame = () => new Promise(requestAnimationFrame);

export function probe(ranges: readonly HighlightRange[], contender: Contender): void {
  const painted = async (change: () => void): Promise<number> => {
    const begun = performance.now();
    const drawn = contender.drawn?.();
    change();
    await (drawn ?? frame());
    // A message is delivered when the frame is over.
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    return performance.now() - begun;
  };
  const without = ranges.filter(({ slot }) => slot !== 1);
  let isFiltered = false;
  const toggle = () => {
    isFiltered = !isFiltered;
    contender.show!(isFiltered ? without : ranges);
  };
  window.probe = {
    add: () => painted(() => contender.add(inView())),
    remove: () => painted(() => contender.remove(inView())),
    toggle: () => painted(toggle),
    hit() {
      const begun = performance.now();
      for (let i = 0; i < 300; i++) contender.countAt!(450 + ((i * 37) % 500), 100 + ((i * 53) % 700));
      return ((performance.now() - begun) / 300) * 1000;
    },
    async longestFrame() {
      toggle();
      let longest = 0;
      for (let last = performance.now(), until = last + 2000; last < until; ) {
        await frame();
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
      }
      return longest;
    },
  };
}

/** A new annotation in the first paragraph that begins below the top. */
function inView(): HighlightRange {
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-start]')];
  const block = blocks.find((one) => one.getBoundingClientRect().top > 150)!;
  const start = Number(block.dataset.start) + 10;
  return { id: 'new', start, end: start + 120, slot: 2, label: 'Crux by Ben' };
}
