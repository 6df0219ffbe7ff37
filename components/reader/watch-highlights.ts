import type { HighlightRange } from '@/lib/core/anchoring/segments';
import type { TextRange } from '@/lib/core/anchoring/selectors';
import type { ArticleView } from './article-view';
import type { ReaderState } from './reader-state';
import type { ReaderStore } from './reader-store';

/** Milliseconds. The line may be down for a while, and nothing else needs to happen when it is back. */
const afterFailure = 3_000;

/**
 * Keeps the article's marks as the state wants them. Those of the server are right until something changes, so what
 * paints is fetched then, or when somebody begins to select. Returns how to stop.
 */
export function watchHighlights(store: ReaderStore): () => void {
  const dress = dresser(store);
  let shown: readonly HighlightRange[] | undefined;
  let isFetching = false;
  let isOver = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const fetchPainter = async (painted: readonly HighlightRange[]) => {
    if (isFetching) return;
    isFetching = true;
    try {
      const { createPainter } = await import('./painter');
      const { article } = store.get();
      if (article) store.paintWith(createPainter(article, painted));
    } catch {
      isFetching = false;
      clearTimeout(again);
      if (!isOver) again = setTimeout(draw, afterFailure);
    }
  };
  const draw = () => {
    const state = store.get();
    const { article, painter, status, draft } = state;
    if (!article || status !== 'ready') return;
    const ranges = store.ranges.visible(state);
    shown ??= paintedByServer(store, state);
    const isNew = ranges !== shown && !(painter === null && areSame(ranges, shown));
    if (!painter && (isNew || draft)) void fetchPainter(shown);
    if (isNew) painter?.paint(ranges);
    dress(state, isNew && painter !== null);
    if (painter || !isNew) shown = ranges;
  };
  draw();
  const leave = store.subscribe(draw);
  return () => {
    isOver = true;
    clearTimeout(again);
    leave();
  };
}

const areSame = (some: readonly HighlightRange[], others: readonly HighlightRange[]): boolean =>
  some.length === others.length && some.every((one, i) => one === others[i]);

/**
 * The ranges that the HTML shows: those of the list if nothing happened between the two. Otherwise one that is
 * nowhere in the list and covers everything, so that every block is painted anew.
 */
function paintedByServer(store: ReaderStore, state: ReaderState): readonly HighlightRange[] {
  if (state.liveFrom === store.reading.cursor) return store.ranges.all(state);
  return [{ id: '', start: 0, end: state.article!.text.length, slot: 0, label: '' }];
}

/**
 * Keeps what marks say about notes: the focused annotation stands out, and the first mark of each annotation names
 * the note that explains it. Painting makes new marks, so all is said again after it.
 */
function dresser(store: ReaderStore) {
  let lit: HTMLElement[] = [];
  let detailed: HTMLElement[] = [];
  let focused: ReaderState['focused'] = null;
  let mounted: ReaderState['mounted'] | undefined;
  return (state: ReaderState, repainted: boolean) => {
    const marks = (id: string) => {
      const annotation = state.annotations.get(id);
      const range = annotation && store.ranges.of(annotation, state);
      return range ? marksOf(state.article!, range) : [];
    };
    if (repainted || state.focused !== focused) {
      for (const mark of lit) mark.classList.remove('on');
      lit = state.focused === null ? [] : marks(state.focused);
      for (const mark of lit) mark.classList.add('on');
    }
    if (repainted || state.mounted !== mounted) {
      for (const mark of detailed) mark.removeAttribute('aria-details');
      detailed = [...state.mounted].flatMap((id) => addDetails(marks(id)[0], `a-${id}`));
    }
    ({ focused, mounted } = state);
  };
}

function addDetails(mark: HTMLElement | undefined, id: string): HTMLElement[] {
  const others = mark?.getAttribute('aria-details');
  mark?.setAttribute('aria-details', others ? `${others} ${id}` : id);
  return mark ? [mark] : [];
}

/** The marks of a passage: they are cut at its edges, so each lies wholly inside or wholly outside. */
function marksOf({ blocks, blockAt }: ArticleView, { start, end }: TextRange): HTMLElement[] {
  return blocks
    .slice(blockAt(start), blockAt(end - 1) + 1)
    .flatMap((block) => [...block.querySelectorAll<HTMLElement>('mark.hl')])
    .filter((mark) => Number(mark.dataset.s) >= start && Number(mark.dataset.s) < end);
}
