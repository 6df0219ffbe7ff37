import type { TextRange } from '@/lib/core/anchoring/selectors';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { everything, type Filter, type ReadMarks } from '@/lib/core/annotation/filter';
import type { Settings } from '@/lib/core/api/account';
import type { ArticleView } from './article-view';
import type { Painter } from './painter';

/** A passage chosen to be annotated; UTF-16 code units of the canonical text, whole graphemes. */
export interface SelectionDraft extends TextRange {
  by: 'pointer' | 'touch' | 'keyboard';
}

/** Dialogs of the reading page, each loaded when first asked for. */
export type Panel = 'help' | 'settings';

/** All that changes while an essay is read. Immutable: compare parts by identity. */
export interface ReaderState {
  /** By id, in order of creation. */
  annotations: ReadonlyMap<string, Annotation>;
  /** Of the first fetch of the annotations. */
  status: 'loading' | 'ready' | 'failed';
  /** Where live events go on, `<epoch>.<seq>`; null before the first fetch. */
  liveFrom: string | null;
  /** The article's DOM and text; null until the page stands. */
  article: ArticleView | null;
  /** Keeps the marks in the article as the state wants them; null while they are as the server sent them. */
  painter: Painter | null;
  marks: ReadMarks | null;
  filter: Filter;
  /** Index of the textblock that the paragraph cursor is on. */
  cursor: number | null;
  /** The annotation whose note is open. */
  focused: string | null;
  draft: SelectionDraft | null;
  /** The reader's own text cursor is on: arrows select. */
  selecting: boolean;
  /** Ids of the annotations whose notes stand in the page; their marks point at them by aria-details. */
  mounted: ReadonlySet<string>;
  /** Which of the page's own dialogs is open. */
  panel: Panel | null;
  settings: Settings;
}

export const initialState = (settings: Settings): ReaderState => ({
  annotations: new Map(),
  status: 'loading',
  liveFrom: null,
  article: null,
  painter: null,
  marks: null,
  filter: everything,
  cursor: null,
  focused: null,
  draft: null,
  selecting: false,
  mounted: new Set(),
  panel: null,
  settings,
});

/** Puts an annotation in the place of its former state, or at the end. */
export function withAnnotation(state: ReaderState, annotation: Annotation): ReaderState {
  return { ...state, annotations: new Map(state.annotations).set(annotation.id, annotation) };
}

/** Takes an annotation out, and the focus off it. */
export function withoutAnnotation(state: ReaderState, id: string): ReaderState {
  if (!state.annotations.has(id)) return state;
  const annotations = new Map(state.annotations);
  annotations.delete(id);
  return { ...state, annotations, focused: state.focused === id ? null : state.focused };
}

/** Remembers that a note came into the page or left it. */
export function withMounted(state: ReaderState, id: string, isMounted: boolean): ReaderState {
  if (state.mounted.has(id) === isMounted) return state;
  const mounted = new Set(state.mounted);
  if (isMounted) mounted.add(id);
  else mounted.delete(id);
  return { ...state, mounted };
}
