import { type Judge, judges } from '@/lib/core/agreement/annotated-text';
import type { TextMark } from '@/lib/core/agreement/contested-sentences';
import type { Span } from '@/lib/core/agreement/marks';
import { type Tokens, tokensWithin } from '@/lib/core/agreement/tokens';
import { inOrder } from '@/lib/core/agreement/unit';
import { markClusters } from './mark-clusters';

/** One reading of a passage: bounds and tags that one or more people gave it. */
export interface Candidate extends Span {
  tags: readonly string[];
  /** Ids of the annotations, and of whom they are; each person once. */
  annotations: readonly string[];
  people: readonly string[];
}

/** Marks that are answers to one question, and who said nothing to it. Offsets are UTF-16 code units, end exclusive. */
export interface AdjudicationCase extends Span {
  /** That of its oldest mark (ids grow with time), so it stays when others come. */
  id: string;
  marks: readonly TextMark[];
  /** What most people chose first, then by place and tags. */
  candidates: readonly Candidate[];
  /** Who judged the text by one of its tags and marked nothing of this: a "no". Everybody else is missing. */
  silent: readonly string[];
  /** Everybody who judged it, two at least, gave the same bounds and tags. */
  isAgreed: boolean;
}

/**
 * A mark in whole tokens, as agreement counts them: who caught half a word or a space differs from nobody. One that covers
 * no token stays as it is.
 */
export function inWholeTokens<Mark extends Span>(tokens: Tokens, mark: Mark): Mark {
  const { start, end } = tokensWithin(tokens, mark);
  return start < end ? { ...mark, start: tokens.starts[start]!, end: tokens.ends[end - 1]! } : mark;
}

/** All tagged marks of a text, each in one case, in reading order. `readers`: who judged the text. */
export function adjudicationCases(marks: readonly TextMark[], readers: readonly Judge[]): AdjudicationCase[] {
  return markClusters(marks).map((cluster) => caseOf(cluster, readers));
}

function caseOf(marks: readonly TextMark[], readers: readonly Judge[]): AdjudicationCase {
  const candidates = candidatesOf(marks);
  const people = new Set(marks.map(({ author }) => author));
  const tags = new Set(marks.flatMap((mark) => mark.tags));
  const silent = readers
    .filter((reader) => !people.has(reader.id) && [...tags].some((tag) => judges(reader, tag)))
    .map(({ id }) => id)
    .sort();
  return {
    id: marks.map(({ id }) => id).sort()[0]!,
    start: Math.min(...marks.map(({ start }) => start)),
    end: Math.max(...marks.map(({ end }) => end)),
    marks,
    candidates,
    silent,
    isAgreed: candidates.length === 1 && silent.length === 0 && people.size >= 2,
  };
}

/** The same for the same bounds and the same tags, in whatever order. */
export const readingKey = ({ start, end, tags }: Span & { tags: readonly string[] }): string =>
  `${start} ${end} ${[...new Set(tags)].sort().join(' ')}`;

function candidatesOf(marks: readonly TextMark[]): Candidate[] {
  const byKey = new Map<string, TextMark[]>();
  for (const mark of marks) {
    const key = readingKey(mark);
    const same = byKey.get(key);
    if (same) same.push(mark);
    else byKey.set(key, [mark]);
  }
  return [...byKey]
    .map(([key, same]) => {
      const { start, end, tags } = same[0]!;
      const people = [...new Set(same.map(({ author }) => author))].sort();
      return { key, candidate: { start, end, tags, annotations: same.map(({ id }) => id), people } };
    })
    .sort(
      ({ key: a, candidate: one }, { key: b, candidate: other }) =>
        other.people.length - one.people.length || inOrder(one, other) || (a < b ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}
