import { unitAt } from '@/lib/core/anchoring/graphemes';
import type { TextRange } from '@/lib/core/anchoring/selectors';
import { announce } from './announce';
import type { ArticleView } from './article-view';
import type { KeyBinding } from './keymap';
import { canOffer } from './paragraph-cursor';
import type { ReaderStore } from './reader-store';
import { isInView } from './reveal';
import { selectedWords } from './selected-words';
import { selectedPassage } from './selection-draft';

type Step = [direction: 'left' | 'right' | 'backward' | 'forward', unit: 'word' | 'character' | 'line'];

/**
 * Selecting by keyboard. Browsers let nobody put a caret into plain text (Chromium at least), but all of them extend
 * a selection that script has begun, by `Selection.modify`, with their own rules for words, lines and directions.
 */
export function textCursorKeys(store: ReaderStore): readonly KeyBinding[] {
  const selecting = () => store.get().selecting;
  const isAtParagraph = () => canOffer(store);
  const move =
    (...step: Step) =>
    () =>
      extend(store, (selection) => selection.modify('extend', ...step));
  // In the tools, arrows go from tool to tool.
  const choosing = () => selecting() && !document.activeElement?.closest('.marker');
  const while_ = { section: 'selecting', when: choosing } as const;
  return [
    {
      keys: ['a'],
      section: 'select',
      label: 'The paragraph that j or k took you to',
      when: isAtParagraph,
      run: () => offerParagraph(store),
    },
    {
      keys: ['s'],
      section: 'select',
      label: 'Its sentence',
      when: isAtParagraph,
      run: () => offerSentence(store),
    },
    {
      keys: ['v'],
      section: 'select',
      label: 'Any words from here on, with the arrows',
      run: () => begin(store),
    },
    { ...while_, keys: ['ArrowLeft'], label: 'By a word', run: move('left', 'word') },
    { ...while_, keys: ['ArrowRight'], label: 'By a word', run: move('right', 'word') },
    {
      ...while_,
      keys: ['Shift+ArrowLeft'],
      label: 'By a character',
      run: move('left', 'character'),
    },
    {
      ...while_,
      keys: ['Shift+ArrowRight'],
      label: 'By a character',
      run: move('right', 'character'),
    },
    { ...while_, keys: ['ArrowUp'], label: 'By a line', run: move('backward', 'line') },
    { ...while_, keys: ['ArrowDown'], label: 'By a line', run: move('forward', 'line') },
    { ...while_, keys: ['s'], label: 'The sentence, then the next', run: () => takeSentence(store) },
    { ...while_, keys: ['o'], label: 'Move the other end', run: () => extend(store, swapEnds) },
    {
      ...while_,
      keys: ['Enter'],
      label: 'Go to the tools',
      run: () => document.querySelector<HTMLElement>('.marker :is(button, a)')?.focus(),
    },
    {
      keys: ['Escape'],
      section: 'selecting',
      label: 'Stop, or let the passage go',
      when: () => selecting() || store.get().draft !== null,
      run: () => {
        store.selecting(false);
        announce('Selecting stopped');
      },
    },
  ];
}

/** Selects the paragraph of the cursor and shows what can be done with it. */
export function offerParagraph(store: ReaderStore): void {
  const { article, cursor } = store.get();
  const block = cursor ?? 0;
  const start = article?.starts[block] ?? 0;
  const end = (article?.starts[block + 1] ?? (article?.text.length ?? 0) + 2) - 2;
  offerPassage(store, { start, end });
}

/** The same of any passage, which arrows then change. */
export function offerPassage(store: ReaderStore, passage: TextRange): void {
  begin(store);
  extend(store, (selection, article) => selectRange(selection, article, passage));
}

/** Selects the sentence of the paragraph that was tapped on, else the first, and shows what can be done with it. */
export function offerSentence(store: ReaderStore): void {
  const { article, cursor } = store.get();
  const { anchorNode, anchorOffset } = document.getSelection() ?? {};
  const block = article?.blocks[cursor ?? -1];
  begin(store);
  if (anchorNode && block?.contains(anchorNode)) document.getSelection()?.collapse(anchorNode, anchorOffset);
  takeSentence(store);
}

/** Starts where the reader is: at the selection, the open annotation, the paragraph cursor, or the first line in view. */
function begin(store: ReaderStore): void {
  const { article, cursor, draft } = store.get();
  if (!article) return;
  const block = cursor ?? store.place.get().block;
  const at = draft?.start ?? openPassage(store)?.start ?? article.starts[block] ?? 0;
  const { startContainer, startOffset } = article.domRange({ start: at, end: at + 1 });
  document.getSelection()?.collapse(startContainer, startOffset);
  if (!store.get().selecting) untilTheEnd(store, article);
  store.selecting(true);
  extend(store, () => {});
  announce('Selecting. Arrows by word, S for the sentence, Enter for the tools, Escape to stop.');
}

/** That of the open annotation while it can be seen, unless the reader went on to a paragraph. */
function openPassage(store: ReaderStore): TextRange | null {
  const { annotations, article, cursor, focused } = store.get();
  const annotation = annotations.get(focused ?? '');
  const range = annotation && store.ranges.of(annotation, store.get());
  const isAtParagraph = cursor !== null && document.activeElement === article?.blocks[cursor];
  return range && !isAtParagraph && isInView(store, range) ? range : null;
}

/** Choosing ends, too, when the selection goes elsewhere, as into a note or a box to write in. */
function untilTheEnd(store: ReaderStore, { article }: ArticleView): void {
  const isInText = () => article.contains(document.getSelection()?.focusNode ?? null);
  const moved = () => {
    if (!isInText()) store.selecting(false);
  };
  document.addEventListener('selectionchange', moved);
  const stop = store.subscribe(({ selecting }) => {
    if (selecting) return;
    stop();
    document.removeEventListener('selectionchange', moved);
    if (isInText()) document.getSelection()?.removeAllRanges();
  });
}

/** Changes the selection, unless that would leave the article, and drafts what it then covers. */
function extend(store: ReaderStore, change: (selection: Selection, article: ArticleView) => void): void {
  const { article } = store.get();
  const selection = document.getSelection();
  if (!article || !selection?.focusNode) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  change(selection, article);
  if (!article.article.contains(selection.focusNode))
    selection.setBaseAndExtent(anchorNode!, anchorOffset, focusNode, focusOffset);
  const passage = selectedPassage(article);
  store.select(passage && { ...passage, by: 'keyboard' });
  if (passage) announce(selectedWords(article.quote(passage), store.reading.essay.language));
}

function swapEnds(selection: Selection): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (anchorNode && focusNode) selection.setBaseAndExtent(focusNode, focusOffset, anchorNode, anchorOffset);
}

/** Browsers differ on sentences (Firefox knows none), so their ends come from the text itself. */
function takeSentence(store: ReaderStore): void {
  extend(store, (selection, article) => {
    const now = selectedPassage(article);
    const at = now?.end ?? article.offsetAt(selection.focusNode!, selection.focusOffset) ?? 0;
    const sentence = (offset: number) =>
      unitAt(article.text, offset, { granularity: 'sentence', locale: store.reading.essay.language });
    const here = sentence(now?.start ?? at);
    const isWhole = here && now && now.start <= here.start && now.end >= here.end;
    const last = isWhole ? sentence(nextVisible(article.text, now.end)) : here;
    if (here && last)
      selectRange(selection, article, { start: here.start, end: Math.max(last.end, now?.end ?? 0) });
  });
}

function nextVisible(text: string, offset: number): number {
  const next = text.slice(offset).search(/\S/);
  return next < 0 ? offset : offset + next;
}

function selectRange(selection: Selection, article: ArticleView, passage: TextRange): void {
  const range = article.domRange(passage);
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}
