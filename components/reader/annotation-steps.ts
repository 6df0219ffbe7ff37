import { indexed } from '@/lib/core/anchoring/interval-index';
import type { HighlightRange } from '@/lib/core/anchoring/segments';
import { isUnread } from '@/lib/core/annotation/filter';
import { announce } from './announce';
import type { KeyBinding } from './keymap';
import type { ReaderStore } from './reader-store';
import { reveal } from './reveal';

/** n and p walk from annotation to annotation, u to what is new, Alt+arrows through those at one place. */
export function annotationKeys(store: ReaderStore): readonly KeyBinding[] {
  const read = { section: 'read', when: () => !store.get().selecting } as const;
  return [
    { ...read, keys: ['n'], label: 'Next or previous annotation', run: () => stepAnnotation(store, 1) },
    { ...read, keys: ['p'], label: 'Next or previous annotation', run: () => stepAnnotation(store, -1) },
    { ...read, keys: ['u'], label: 'Next unread annotation', run: () => nextUnread(store) },
    {
      ...read,
      keys: ['Alt+ArrowDown'],
      label: 'Next or previous at the same place',
      run: () => cycle(store, 1),
    },
    {
      ...read,
      keys: ['Alt+ArrowUp'],
      label: 'Next or previous at the same place',
      run: () => cycle(store, -1),
    },
    {
      ...read,
      keys: ['Escape'],
      label: 'Close the annotation, then let the paragraph go',
      when: () => store.get().focused !== null || store.get().cursor !== null,
      run: () => (store.get().focused === null ? store.moveCursor(null) : store.focus(null)),
    },
  ];
}

/** Goes on from the open annotation, else from where the window is; stays at the last one. */
export function stepAnnotation(store: ReaderStore, by: 1 | -1): void {
  const ranges = store.ranges.visible(store.get());
  const here = indexOfFocused(store, ranges);
  const next = here === null ? firstFrom(store, ranges, by) : here + by;
  const range = ranges[next];
  if (range) go(store, range, `${next + 1} of ${ranges.length}`);
  else announce(ranges.length === 0 ? 'No annotations' : 'No further annotation');
}

/** Goes on from the open annotation, else from where the window is, and round to the first. */
export function nextUnread(store: ReaderStore): void {
  const { annotations, marks } = store.get();
  const viewer = store.reading.viewer?.id ?? null;
  const ranges = store.ranges.visible(store.get());
  const here = indexOfFocused(store, ranges) ?? firstFrom(store, ranges, 1) - 1;
  const following = [...ranges.slice(here + 1), ...ranges.slice(0, here + 1)];
  const range = following.find(({ id }) => isUnread(annotations.get(id)!, marks, viewer));
  if (range) go(store, range, 'unread');
  else announce('Nothing unread');
}

function cycle(store: ReaderStore, by: 1 | -1): void {
  const ranges = store.ranges.visible(store.get());
  const here = ranges[indexOfFocused(store, ranges) ?? -1];
  if (!here) return;
  const together = indexed(ranges).touching(here.start, here.end);
  const at = together.findIndex(({ id }) => id === here.id);
  const next = together[(at + by + together.length) % together.length];
  if (!next || next === here) announce('No other annotation here');
  else go(store, next, `one of ${together.length} here`);
}

function go(store: ReaderStore, range: HighlightRange, which: string): void {
  store.focus(range.id);
  reveal(store, range);
  announce(`${range.label}, ${which}`);
}

function indexOfFocused(store: ReaderStore, ranges: readonly HighlightRange[]): number | null {
  const { focused } = store.get();
  const index = focused === null ? -1 : ranges.findIndex(({ id }) => id === focused);
  return index < 0 ? null : index;
}

/** The first that begins in view or below; going backwards, the last before it. */
function firstFrom(store: ReaderStore, ranges: readonly HighlightRange[], by: 1 | -1): number {
  const { article, cursor } = store.get();
  const from = article?.starts[cursor ?? store.place.get().block] ?? 0;
  const index = ranges.findIndex(({ start }) => start >= from);
  if (by === 1) return index < 0 ? ranges.length : index;
  return (index < 0 ? ranges.length : index) - 1;
}
