import { type ComponentType, createContext, use, useSyncExternalStore } from 'react';
import type { ReaderStore } from '@/components/reader/reader-store';
import type { TextRange } from '@/lib/core/anchoring/selectors';
import type { Annotation } from '@/lib/core/annotation/annotation';
import type { DecidedAnnotations } from '@/lib/core/api/adjudication';
import type { MetCard } from '@/lib/core/api/cards';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { guesses } from './guesses';
import { observable } from './observable';
import { serialQueue } from './serial-queue';

/**
 * What is being written: the words of an annotation or of a reply in its thread (`base`: the words they replace, null
 * for the first ones), or a new reply to one of the two.
 */
export type Writing =
  | { kind: 'words'; annotation: string; reply: string | null; base: CommentDocument | null }
  | { kind: 'reply'; annotation: string; parent: string | null };

export type Words = Extract<Writing, { kind: 'words' }>;

/** What was decided about one annotation. */
type Decided = Omit<DecidedAnnotations['items'][number], 'decision'> & {
  decision: DecidedAnnotations['decisions'][number];
};

/** Said once at the edge of the page, with a way back for ten seconds. */
export interface Toast {
  message: string;
  /** Where what was done can be seen. */
  link?: { href: string; text: string };
  undo?: () => void;
}

/** Somebody who is reading now; `block` is the ordinal of the block they are at. */
interface Reader {
  id: string;
  name: string;
  block: number;
}

export type Dialog =
  | { kind: 'sign-in' }
  | { kind: 'draft'; writing: Writing }
  | { kind: 'history'; annotation: string; reply: string | null }
  | { kind: 'flag'; annotation: string; reply: string | null }
  | { kind: 'decide'; annotation: string; reply: string | null; verb: 'hide' | 'remove' }
  | { kind: 'card'; annotation: string; problem?: string }
  | { kind: 'conflict'; writing: Words; mine: CommentDocument; theirs: CommentDocument | null };

/** What one person is doing in the discussion of an essay, as opposed to what stands in it. */
export interface DeskState {
  writing: Writing | null;
  /** Why the last try to save what is being written failed. */
  problem: string | null;
  /** Annotations and replies the server has not confirmed: why not, or null while they are on their way. */
  unsaved: ReadonlyMap<string, string | null>;
  toast: Toast | null;
  /** Ways back from what was done while the page is open, the last one last; the message about it may be gone. */
  undos: readonly (() => void)[];
  dialog: Dialog | null;
  /** The annotation whose author chooses other words for it, and how that ends. */
  moving?: { annotation: string; end: () => void } | null;
  /** Texts that were begun and not sent, by an earlier visit or for something that is gone. */
  drafts: readonly Writing[];
  /** The mark the server refused last: made again at the same passage, it is the same one, with its draft. */
  refused: ({ id: string } & TextRange) | null;
  /** The live events: refused when the viewer may not read here any more, or as nobody but a visitor. */
  line: 'up' | 'down' | 'refused' | 'signed-out';
  /** Since the page was loaded, a blind reading began in which the viewer reads, and it goes on. */
  begun: boolean;
  /** Arrived from others outside of the view, oldest first. */
  news: readonly string[];
  readers: readonly Reader[];
  /** All notes one below the other rather than beside their passages, and by what they are sorted there. */
  isList: boolean;
  order: 'place' | 'time';
  /** The crowd that was opened: its notes are shown although they crowd each other. */
  spread: readonly string[];
  /** Cards of the group that the passages belong to, by annotation, and what shows those of one; null where there are none. */
  cards: {
    met: ReadonlyMap<string, readonly MetCard[]>;
    Chips: ComponentType<{ annotation: string }>;
  } | null;
  /** What was decided about annotations, and what shows it of one; null where nothing was. */
  decided: {
    about: ReadonlyMap<string, Decided>;
    Line: ComponentType<{ annotation: string }>;
  } | null;
  /** What one chose to follow (true) or not to, as `kind:subject`; null before it was asked for. */
  follows: ReadonlyMap<string, boolean> | null;
  /** The next mark is for its author only. */
  isPrivate: boolean;
}

const initial: DeskState = {
  writing: null,
  problem: null,
  unsaved: new Map(),
  toast: null,
  undos: [],
  dialog: null,
  drafts: [],
  refused: null,
  line: 'up',
  begun: false,
  news: [],
  readers: [],
  isList: false,
  order: 'place',
  spread: [],
  cards: null,
  decided: null,
  follows: null,
  isPrivate: false,
};

export function createDesk(store: ReaderStore) {
  const state = observable(initial);
  const overlay = guesses((id, annotation) => (annotation ? store.put(annotation) : store.remove(id)));
  const tell = (toast: Toast) =>
    state.patch({ toast, undos: toast.undo ? [...state.get().undos, toast.undo] : state.get().undos });
  return {
    ...state,
    store,
    overlay,
    queue: serialQueue(),
    /** Tells whoever waits to send that now is a good time. */
    nudge: new EventTarget(),
    annotation: (id: string): Annotation | null => store.get().annotations.get(id) ?? null,
    /** Opens the box to write in. */
    write: (writing: Writing) => state.patch({ writing, problem: null }),
    /** `reason`: why not saved yet, null: on its way, undefined: saved. */
    setUnsaved(id: string, reason: string | null | undefined) {
      const unsaved = new Map(state.get().unsaved);
      if (reason === undefined) unsaved.delete(id);
      else unsaved.set(id, reason);
      state.patch({ unsaved });
    },
    tell,
    say: (message: string, undo?: () => void) => tell({ message, ...(undo && { undo }) }),
  };
}

/** Under which the words of an annotation or reply wait, apart from the thing itself. */
export const wordsKey = (id: string) => `${id}/words`;

/** Why an annotation or reply, or its words, are not saved yet: see `unsaved`. */
export function unsavedOf({ unsaved }: DeskState, id: string): string | null | undefined {
  return unsaved.has(id) ? unsaved.get(id) : unsaved.get(wordsKey(id));
}

export type Desk = ReturnType<typeof createDesk>;

/** Takes back what was done last; each once. The server lets everything be taken back for as long as a page is open. */
export function undoLast(desk: Desk): void {
  const { undos } = desk.get();
  const last = undos.at(-1);
  if (last) {
    desk.patch({ toast: null, undos: undos.slice(0, -1) });
    last();
  } else desk.say('Nothing to undo.');
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('This component stands outside of <AnnotationLayer>.');
  return desk;
}

/** A part of the desk's state; `select` returns the same object for the same state. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const desk = useDesk();
  return useSyncExternalStore(
    desk.subscribe,
    () => select(desk.get()),
    () => select(desk.get()),
  );
}
