import { type HighlightRange, inReadingOrder } from '@/lib/core/anchoring/segments';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { passes } from '@/lib/core/annotation/filter';
import { highlightRange, livingReplies, passageOf } from '@/lib/core/annotation/highlight';
import type { ReaderState } from './reader-state';
import type { Reading } from './reading';

/** Where the annotations of a state stand in its article, and which of them are on show. */
export interface HighlightRanges {
  /** Of one annotation; null when it has no place in the version on show, or the article is not there yet. */
  of(annotation: Annotation, state: ReaderState): HighlightRange | null;
  /** Of all annotations, in reading order. */
  all(state: ReaderState): readonly HighlightRange[];
  /** Of those that pass the filter and the reader's choice of highlights, in reading order. */
  visible(state: ReaderState): readonly HighlightRange[];
}

/** Annotations never change in place, so each is looked at once. */
export function highlightRanges({ tags, viewer, essay }: Reading): HighlightRanges {
  const looks = new Map(tags.map((tag) => [tag.slug, tag]));
  const known = new WeakMap<Annotation, HighlightRange | null>();
  const find = (annotation: Annotation, { article }: ReaderState) => {
    const passage = article && passageOf(annotation, essay.number, article.points);
    if (!passage) return null;
    const own = annotation.tags.flatMap((slug) => looks.get(slug) ?? []);
    const { id, creator } = annotation;
    return highlightRange({
      id,
      ...passage,
      tags: own,
      creator: creator.name,
      replies: livingReplies(annotation),
    });
  };
  const of = (annotation: Annotation, state: ReaderState) => {
    let range = known.get(annotation);
    if (range === undefined) {
      range = find(annotation, state);
      if (state.article) known.set(annotation, range);
    }
    return range;
  };
  const isOnShow = (annotation: Annotation, { filter, marks, settings }: ReaderState) => {
    if (settings.highlights === 'none') return false;
    if (settings.highlights === 'mine' && annotation.creator.id !== viewer?.id) return false;
    return passes(annotation, filter, { viewer: viewer?.id ?? null, marks });
  };
  const collect = (state: ReaderState, wanted: (annotation: Annotation) => boolean) =>
    [...state.annotations.values()]
      .filter(wanted)
      .flatMap((annotation) => of(annotation, state) ?? [])
      .sort(inReadingOrder);
  return {
    of,
    all: remembering(
      ({ annotations, article }) => [annotations, article],
      (state) => collect(state, () => true),
    ),
    visible: remembering(
      ({ annotations, article, filter, marks, settings }) => [annotations, article, filter, marks, settings],
      (state) => collect(state, (annotation) => isOnShow(annotation, state)),
    ),
  };
}

/** Computes again only when one of the parts it depends on is another. */
function remembering<T>(parts: (state: ReaderState) => unknown[], compute: (state: ReaderState) => T) {
  let last: { parts: unknown[]; result: T } | undefined;
  return (state: ReaderState): T => {
    const now = parts(state);
    if (!last?.parts.every((part, i) => part === now[i])) last = { parts: now, result: compute(state) };
    return last.result;
  };
}
