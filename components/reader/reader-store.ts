import { createContext, use, useSyncExternalStore } from 'react';
import type { Annotation } from '@/lib/core/annotation/annotation';
import type { Filter, ReadMarks } from '@/lib/core/annotation/filter';
import type { SettingsChange } from '@/lib/core/api/account';
import { changedSettings } from '@/lib/core/api/changed-settings';
import type { ArticleView } from './article-view';
import { highlightRanges } from './highlight-ranges';
import { keyboard } from './keyboard';
import type { Painter } from './painter';
import {
  initialState,
  type Panel,
  type ReaderState,
  type SelectionDraft,
  withAnnotation,
  withMounted,
  withoutAnnotation,
} from './reader-state';
import type { Reading } from './reading';
import { readingPlace } from './reading-place';

/** The state of one open essay, outside of React: the painter and the keyboard listen to it too. */
export function readerStore(reading: Reading) {
  let state = initialState(reading.settings);
  const listeners = new Set<(state: ReaderState, before: ReaderState) => void>();
  const set = (next: ReaderState) => {
    if (next === state) return;
    const before = state;
    state = next;
    for (const listener of listeners) listener(state, before);
  };
  const patch = (change: Partial<ReaderState>) => set({ ...state, ...change });
  return {
    reading,
    keys: keyboard(),
    /** Where in the text the window is. */
    place: readingPlace(),
    /** Where annotations stand, and which are on show. */
    ranges: highlightRanges(reading),
    get: () => state,
    /** Returns how to stop listening. */
    subscribe(listener: (state: ReaderState, before: ReaderState) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The article stands in the page. */
    attach: (article: ArticleView) => patch({ article }),
    paintWith: (painter: Painter) => patch({ painter }),
    /** The first fetch, or a fresh one after a gap in the live events. */
    load: (annotations: Iterable<Annotation>, liveFrom: string) =>
      patch({
        annotations: new Map([...annotations].map((one) => [one.id, one])),
        liveFrom,
        status: 'ready',
      }),
    failToLoad: () => patch({ status: 'failed' }),
    /** Any change at all, as a pure function: for the reducer of live events. */
    apply: (change: (state: ReaderState) => ReaderState) => set(change(state)),
    put: (annotation: Annotation) => set(withAnnotation(state, annotation)),
    remove: (id: string) => set(withoutAnnotation(state, id)),
    moveCursor: (cursor: number | null) => patch({ cursor }),
    /** Opens a note, or closes it. Who turns to a note has done with choosing words of the text. */
    focus: (focused: string | null) =>
      patch(focused !== null && state.selecting ? { focused, selecting: false, draft: null } : { focused }),
    select: (draft: SelectionDraft | null) => patch({ draft }),
    /** Turns the text cursor on or off; what it had selected goes with it. */
    selecting: (selecting: boolean) => patch(selecting ? { selecting } : { selecting, draft: null }),
    filter: (filter: Filter) => patch({ filter }),
    marksRead: (marks: ReadMarks) => patch({ marks }),
    open: (panel: Panel | null) => patch({ panel }),
    settle: (change: SettingsChange) => patch({ settings: changedSettings(state.settings, change) }),
    /** A note of this annotation stands in the page as `#a-<id>`, or does no longer. */
    noteMounted: (id: string) => set(withMounted(state, id, true)),
    noteUnmounted: (id: string) => set(withMounted(state, id, false)),
  };
}

export type ReaderStore = ReturnType<typeof readerStore>;

export const ReaderContext = createContext<ReaderStore | null>(null);

/** The store of the essay on show; only inside of `<EssayReader>`. */
export function useReaderStore(): ReaderStore {
  const store = use(ReaderContext);
  if (!store) throw new Error('This component stands outside of <EssayReader>.');
  return store;
}

/** A part of the state; `select` returns the same object for the same state, or the component never rests. */
export function useReader<T>(select: (state: ReaderState) => T): T {
  const store = useReaderStore();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  );
}
