import { type Marks, marksOf, type Span } from './marks';

/** A span as somebody tagged it; without a tag it counts nowhere. */
export interface TaggedSpan extends Span {
  tags: readonly string[];
}

/** Somebody whose silence about a text means something. Who did not look through it is none. */
export interface Judge {
  id: string;
  /** Slugs of the tags that they looked for; absent: every tag. */
  lookedFor?: readonly string[];
}

/** A judge, and what they marked: perhaps nothing. */
export interface Annotator extends Judge {
  spans: readonly TaggedSpan[];
}

/** Whether they judged the text by a tag. `tag` null: by whatever tag, which takes every one of them. */
export const judges = ({ lookedFor }: Judge, tag: string | null): boolean =>
  lookedFor === undefined || (tag !== null && lookedFor.includes(tag));

export interface AnnotatedText {
  /** In tokens. */
  length: number;
  annotators: readonly Annotator[];
}

/** The text as far as a tag goes: everybody else is missing. */
export const judgedBy = ({ length, annotators }: AnnotatedText, tag: string | null): AnnotatedText => ({
  length,
  annotators: annotators.filter((annotator) => judges(annotator, tag)),
});

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
