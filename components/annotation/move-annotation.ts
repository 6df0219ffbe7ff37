import { ApiError, api } from '@/components/api-client';
import { announce } from '@/components/reader/announce';
import type { SelectionDraft } from '@/components/reader/reader-state';
import { reveal, scrollToPassage } from '@/components/reader/reveal';
import { offerPassage } from '@/components/reader/text-cursor';
import { describe } from '@/lib/core/anchoring/selectors';
import type { Annotation, Selector, Target } from '@/lib/core/annotation/annotation';
import { type Desk, unsavedOf } from './desk';
import { focusNote } from './focus-note';
import { sameJson } from './same-json';
import { change, Gone, reasonOf } from './send';

/**
 * Lets an author choose other words for their annotation. The words that it is on are chosen at first, so that arrows and
 * handles change them. It is over when the words are there, when they let go, or when they turn to a note.
 */
export function beginMove(desk: Desk, id: string, by: SelectionDraft['by']): void {
  const { store } = desk;
  desk.get().moving?.end();
  store.focus(null);
  const { article } = store.get();
  const annotation = desk.annotation(id);
  const range = annotation && store.ranges.of(annotation, store.get());
  if (!range || !article) return;
  const over = new AbortController();
  const takeEscape = store.keys.add(async () => [
    {
      keys: ['Escape'],
      section: 'selecting',
      label: 'Leave the mark where it is',
      run: () => leaveMove(desk),
    },
  ]);
  store.keys.fetch().catch(() => {});
  const stopWatching = store.subscribe(({ annotations, focused }) => {
    if (!annotations.has(id)) leaveMove(desk);
    else if (focused !== null) {
      desk.get().moving?.end();
      announce(stays);
    }
  });
  const end = () => {
    over.abort();
    takeEscape();
    stopWatching();
    desk.patch({ moving: null });
    store.selecting(false);
  };
  desk.patch({ moving: { annotation: id, end } });
  keepToText(desk, article.article, over);
  if (by === 'keyboard') {
    reveal(store, range);
    offerPassage(store, range);
  } else {
    scrollToPassage(store, range);
    const { startContainer, startOffset, endContainer, endOffset } = article.domRange(range);
    document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    store.select({ start: range.start, end: range.end, by });
  }
  announce(
    by === 'keyboard'
      ? 'Choose the words to mark. Arrows by word, O for the other end, Enter for the tools, Escape to leave the mark where it is.'
      : 'Select the words to mark. Escape leaves the mark where it is.',
  );
}

/** Marks open no notes meanwhile, and a hand in the text selects even where arrows did. */
function keepToText({ store }: Desk, article: HTMLElement, { signal }: AbortController): void {
  const click = (event: MouseEvent) => {
    if ((event.target as Element).closest('mark')) event.stopPropagation();
  };
  const down = ({ pointerType, button, shiftKey }: PointerEvent) => {
    if (store.get().selecting) store.selecting(false);
    // A mouse begins anew, so that the same words are chosen once more, too. Shift and fingers change what is chosen.
    if (pointerType === 'mouse' && button === 0 && !shiftKey) store.select(null);
  };
  article.toggleAttribute('data-choosing', true);
  signal.addEventListener('abort', () => article.removeAttribute('data-choosing'));
  article.addEventListener('click', click, { capture: true, signal });
  article.addEventListener('pointerdown', down, { signal });
}

/** Leaves the mark where it is and goes back to its note. */
export function leaveMove(desk: Desk): void {
  const { moving } = desk.get();
  moving?.end();
  if (!moving) return;
  if (desk.annotation(moving.annotation)) {
    backToNote(desk, moving.annotation);
    announce(stays);
  } else {
    // Nothing is to be done any more; the message is read out by itself.
    announce('');
    desk.say(new Gone().message);
  }
}

const stays = 'The mark stays where it is.';

function backToNote({ store }: Desk, id: string): void {
  store.focus(id);
  focusNote(id);
}

/** Has the annotation mark the chosen words. */
export function moveHere(desk: Desk): void {
  const { store } = desk;
  const { moving } = desk.get();
  const { draft, article } = store.get();
  const annotation = moving && desk.annotation(moving.annotation);
  if (!annotation || !draft || !article) return;
  const { id, target: before } = annotation;
  // It would wait behind them, who knows how long, and be kept nowhere.
  if (unsavedOf(desk.get(), id) !== undefined) {
    desk.say('Not moved: your words in it are not saved yet. Try again then.');
    return;
  }
  const chosen = { version: before.version, selector: describe(article.text, draft, article.points) };
  const back = () =>
    void place(desk, id, { from: chosen, to: before }).then(
      () => desk.say('Moved back.'),
      (error) => desk.say(`Not moved back: ${whyNot(error)}`),
    );
  moving.end();
  // What was to be done is done.
  announce('');
  void place(desk, id, { from: before, to: chosen }).then(
    () => desk.say('Mark moved.', back),
    (error) => desk.say(`Not moved: ${whyNot(error)}`),
  );
  backToNote(desk, id);
}

/** `from`: where the author saw it, so that what they did elsewhere since is not undone. */
interface Move {
  from: Target;
  to: Target;
}

/** Shows it there at once, and sends it once: nothing of a move is kept on this device, where it could wait to be saved. */
const place = (desk: Desk, id: string, move: Move): Promise<void> =>
  change(desk, id, {
    guess: (annotation) => annotation && { ...annotation, target: move.to },
    send: async (current) => {
      desk.setUnsaved(id, null);
      return sendMove(desk, current, move).finally(() => desk.setUnsaved(id, undefined));
    },
  });

/** Nothing was written that could be kept. */
const whyNot = (error: unknown): string =>
  error instanceof ApiError && error.problem === null ? 'The server cannot be reached.' : reasonOf(error);

/** What changed it meanwhile may be this very move, whose answer was lost, or other words and tags, which are no reason not to. */
async function sendMove(desk: Desk, known: Annotation, move: Move): Promise<Annotation> {
  const { id, target, version } = known;
  if (isSamePlace(target, move.to)) return known;
  if (!isSamePlace(target, move.from)) throw new Error('It was moved to other words meanwhile.');
  try {
    return await api('PATCH /annotations/{id}', { params: { id }, body: { target: move.to }, version });
  } catch (refusal) {
    const isLost = refusal instanceof ApiError && refusal.problem === null;
    if (!isLost && !(refusal instanceof ApiError && refusal.status === 412)) throw refusal;
    const current = await api('GET /annotations/{id}', { params: { id } });
    desk.overlay.learn(id, current);
    if (isLost && !isSamePlace(current.target, move.to)) throw refusal;
    return sendMove(desk, current, move);
  }
}

/** The server gives every place by its position, too. */
const isSamePlace = (one: Target, other: Target): boolean =>
  sameJson(one.selector.find(isPosition), other.selector.find(isPosition));

const isPosition = ({ type }: Selector) => type === 'TextPositionSelector';
