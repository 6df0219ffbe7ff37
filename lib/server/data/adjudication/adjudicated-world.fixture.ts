import type { AdjudicationCase } from '@/lib/core/api/adjudication';
import type { Viewer } from '@/lib/server/data/viewer';
import { essayAdjudication } from './adjudication';
import { decideCases } from './decide-cases';
import { keepExample } from './guideline-examples';

interface Place {
  group: string;
  essay: string;
}

/** The reading of most people in a case, as a decision names it. */
export function firstReading({ candidates }: AdjudicationCase) {
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
