import { type Marks, marksOf, type Span } from './marks';

/** A span as somebody tagged it; without a tag it counts nowhere. */
export interface TaggedSpan extends Span {
  tags: readonly string[];
}

/** Somebody who looked through a text, and what they marked in it: perhaps nothing. Who did not look is not here. */
export interface Annotator {
  id: string;
  spans: readonly TaggedSpan[];
}

export interface AnnotatedText {
  /** In tokens. */
  length: number;
  annotators: readonly Annotator[];
}

/** Marks of those annotators who have any, by their ids. `tag` null: with whatever tag. */
export function marksByAnnotator({ annotators }: AnnotatedText, tag: string | null): Map<string, Marks> {
  const all = new Map<string, Marks>();
  for (const { id, spans } of annotators) {
    const meant = spans.filter(({ tags }) => (tag === null ? tags.length > 0 : tags.includes(tag)));
    const marks = marksOf(meant);
    if (marks.spans.length > 0) all.set(id, marks);
  }
  return all;
}

/** What somebody marked, by tag: a span counts once for each of its tags. */
export function marksByTag(spans: readonly TaggedSpan[]): Map<string, Marks> {
  const byTag = new Map<string, Span[]>();
  for (const { start, end, tags } of spans)
    for (const tag of tags) {
      const same = byTag.get(tag);
      if (same) same.push({ start, end });
      else byTag.set(tag, [{ start, end }]);
    }
  return new Map([...byTag].map(([tag, same]) => [tag, marksOf(same)]));
}
