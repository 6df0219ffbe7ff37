import type { AdjudicationCase } from '@/lib/core/api/adjudication';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { essayAdjudication } from './adjudication';
import { decideCases } from './decide-cases';
import { keepExample } from './guideline-examples';

interface Place {
  group: string;
  essay: string;
}

/** The reading of most people in a case, as a decision names it. */
function firstReading({ candidates }: AdjudicationCase) {
  const { start, end, tags } = candidates[0]!;
  return { start, end, tags };
}

/** Decides about the first case of an essay and keeps it as an example: what their paths and bodies name. */
export async function adjudicatedWorld(viewer: Viewer, place: Place) {
  const [first] = (await essayAdjudication(viewer, place)).cases;
  const { tags, ...range } = firstReading(first!);
  const accept = { verdict: 'accept' as const, marks: [{ ...range, tags }], reason: 'It is so.' };
  const [decided] = await decideCases(viewer, place, [{ case: first!.id, state: first!.state, ...accept }]);
  const kept = { tag: tags[0]!, essay: place.essay, version: 1, ...range, positive: true, reason: '' };
  const { id: example } = await keepExample(viewer, place.group, kept);
  return { case: first!.id, state: decided!.state, adjudication: decided!.decision!.id, example };
}

type Rest = Partial<Parameters<typeof decideCases>[2][number]>;

/** A decision for the reading of most people. */
export const accept = (one: AdjudicationCase): Rest => ({ verdict: 'accept', marks: [firstReading(one)] });

/** A reading group with two annotators and Mo, who decides, and short ways to what they do. */
export async function adjudicatingGroup(visibility: 'public' | 'private' = 'private') {
  const club = await readingGroup(visibility);
  const { place, join } = club;
  const [ann, ben, mo] = [
    await join('Ann', 'member'),
    await join('Ben', 'member'),
    await join('Mo', 'moderator'),
  ];
  return {
    ...club,
    ann,
    ben,
    mo,
    tag: (who: Viewer, exact: string, slug: string) =>
      createAnnotation(who, place, mark(exact, { tags: [slug] })),
    cases: async (who: Viewer = mo) => (await essayAdjudication(who, place)).cases,
    /** Rejects unless told otherwise. */
    decide: (one: AdjudicationCase, rest: Rest = {}, who: Viewer = mo) =>
      decideCases(who, place, [
        { case: one.id, state: one.state, verdict: 'reject', marks: [], reason: '', ...rest },
      ]),
  };
}
