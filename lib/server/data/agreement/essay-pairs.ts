import 'server-only';
import { createHash } from 'node:crypto';
import {
  comparingPairs,
  mostMarking,
  type PairCompared,
  type PairMatrix,
  pairMatrix,
} from '@/lib/core/agreement/pair-matrix';
import { textInTokens } from '@/lib/core/agreement/text-in-tokens';
import { inTurns } from '@/lib/server/in-turns';
import { KeptWork } from '@/lib/server/kept-work';
import { marksIn } from './essay-marks';
import type { EssayState } from './essay-states';
import type { MeasuredEssay } from './measured-essay';
import { tokensOf } from './text-tokens';

/** More than these in a matrix nobody can read. */
export const mostPeople = 40;

/** Of one text, by its state's key, the tag and the people; so many pairs in all. */
const kept = new KeptWork<PairCompared[]>(100_000, (pairs) => pairs.length + 1);

/**
 * Those who marked most in these texts with a tag (null: with whatever tag), two by two. The spans of a text are read
 * where two of them judged it, and it is not known already.
 */
export async function essayPairs(
  states: readonly EssayState[],
  essays: readonly MeasuredEssay[],
  tag: string | null,
): Promise<PairMatrix> {
  const sums = essays.map((essay) => essay.sums.tags.get(tag)!);
  const most = mostMarking(sums, mostPeople);
  const texts: PairCompared[][] = [];
  for (const [i, state] of states.entries()) {
    const here = most.people.filter((id) => sums[i]!.annotators.includes(id)).sort();
    if (here.length < 2) continue;
    const key = [state.key, tag ?? '', createHash('sha256').update(here.join()).digest('base64url')].join(
      '\n',
    );
    texts.push(await kept.get(key, () => compared(state, here, tag)));
  }
  return pairMatrix(most, texts);
}

async function compared(state: EssayState, people: readonly string[], tag: string | null) {
  const tokens = await tokensOf(state);
  return inTurns(comparingPairs(textInTokens(tokens, await marksIn(state, people)), tag));
}
