import 'server-only';
import { againstLayer, type Matching } from '@/lib/core/adjudication/against-layer';
import { layerOf } from '@/lib/core/adjudication/decisions-in-force';
import type { TaggedSpan } from '@/lib/core/agreement/annotated-text';
import { tokensWithin } from '@/lib/core/agreement/tokens';
import type { Adjudicated } from '@/lib/core/api/agreement';
import { peopleById } from '@/lib/server/data/agreement/people-by-id';
import type { Viewer } from '@/lib/server/data/viewer';
import { type Adjudicating, adjudicatedEssay } from './adjudicated-essay';

/**
 * Each annotator against the adjudicated layer, by a tag or all of them. What nobody has decided yet is no error. Asks nobody's
 * leave.
 */
export async function againstDecided(
  viewer: Viewer,
  place: Adjudicating,
  { tag, match }: { tag: string | null; match: Matching },
): Promise<Adjudicated> {
  const { cases, inForce, marks, tokens } = await adjudicatedEssay(viewer, place);
  const decided = cases.filter(({ decision }) => decision !== null).length;
  if (decided === 0) return { match, decided, cases: cases.length, people: [] };
  const inTokens = <Mark extends { start: number; end: number }>(mark: Mark) => ({
    ...mark,
    ...tokensWithin(tokens, mark),
  });
  const weighed = inForce.map(({ subjects, marks }) => [...subjects, ...marks].map(inTokens));
  const counted = marks.map(inTokens).filter((mark) => weighed.some((spans) => answers(mark, spans, match)));
  // Who tagged other passages and none of these said no to them.
  const authors = [...new Set(marks.map(({ author }) => author))];
  const annotators = authors.map((id) => ({ id, spans: counted.filter(({ author }) => author === id) }));
  const figures = againstLayer(
    { length: tokens.starts.length, annotators },
    {
      layer: layerOf(inForce).map(inTokens),
      cases: cases.map(({ start, end, decision }) => ({
        ...tokensWithin(tokens, { start, end }),
        isDecided: decision !== null,
      })),
    },
    { tag, match },
  );
  const people = await peopleById(authors);
  const rows = figures.map(({ id, ...rest }) => ({ person: people.get(id)!, ...rest }));
  return {
    match,
    decided,
    cases: cases.length,
    people: rows.sort(
      (a, b) => (b.exact.value ?? -1) - (a.exact.value ?? -1) || (a.person.id < b.person.id ? -1 : 1),
    ),
  };
}

/**
 * Whether a mark says something of what was decided about these spans, right or wrong, also where it was decided without it: in a
 * round, or before the mark was made. A tag that was not weighed then is another question where tags match.
 */
const answers = (
  mark: TaggedSpan & { id: string },
  spans: readonly (TaggedSpan & { id: string })[],
  match: Matching,
) =>
  spans.some(({ id }) => id === mark.id) ||
  (spans.some(({ start, end }) => start < mark.end && mark.start < end) &&
    (match === 'bounds' || spans.some(({ tags }) => tags.some((tag) => mark.tags.includes(tag)))));
