import type { KeyboardEvent } from 'react';

/** Where an arrow leads from one of `count` things that stand in a row; null for other keys. */
export function arrowStep(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown' || key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowUp' || key === 'ArrowLeft') return (Math.max(at, 0) - 1 + count) % count;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : null;
}

const items = 'button:not(:disabled), a[href], input[type="checkbox"]';

/** The first thing in a menu or toolbar that can be pressed. */
export const firstItem = (box: HTMLElement) => box.querySelector<HTMLElement>(items);

/** Arrows, Home and End walk the buttons of a menu or toolbar. */
export function walkByArrows(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(items)];
  const to = arrowStep(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
  if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  all[to]!.focus();
}
