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
 * Each annotator against the adjudicated layer, by a tag or all of them. A mark counts that a decision speaks of, or that
 * answers what was decided without it (in a round, or before the mark was made): it lies where a mark of the layer does,
 * with one of its tags where tags match. What nobody has decided yet is no error. Asks nobody's leave.
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
  const spokenOf = new Set(inForce.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  const layer = layerOf(inForce).map(inTokens);
  const answers = (mark: TaggedSpan) =>
    layer.some(
      ({ start, end, tags }) =>
        start < mark.end &&
        mark.start < end &&
        (match === 'bounds' || tags.some((tag) => mark.tags.includes(tag))),
    );
  const counted = marks.map(inTokens).filter((mark) => spokenOf.has(mark.id) || answers(mark));
  // Who tagged other passages and none of these said no to them.
  const authors = [...new Set(marks.map(({ author }) => author))];
  const annotators = authors.map((id) => ({ id, spans: counted.filter(({ author }) => author === id) }));
  const figures = againstLayer(
    { length: tokens.starts.length, annotators },
    {
      layer,
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
