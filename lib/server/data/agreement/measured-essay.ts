import 'server-only';
import { textInTokens } from '@/lib/core/agreement/text-in-tokens';
import { summingText, sumsSize, type TextSums } from '@/lib/core/agreement/text-sums';
import { inTurns } from '@/lib/server/in-turns';
import { KeptWork } from '@/lib/server/kept-work';
import { marksIn } from './essay-marks';
import type { EssayState } from './essay-states';
import { tokensOf } from './text-tokens';

/** What the measures of an essay's newest text rest on, without its spans. */
export interface MeasuredEssay {
  sums: TextSums;
  /** Ids of its annotators who marked something, with or without a tag. */
  authors: string[];
  /** Ids of all of them: the others looked and found nothing. */
  annotators: string[];
}

/** By the state's key; so many numbers and ids in all. */
const kept = new KeptWork<MeasuredEssay>(
  1_000_000,
  ({ sums, annotators }) => sumsSize(sums) + annotators.length,
);

/** One after the other: of a group's spans, those of one text are in memory at a time. */
export async function measuredEssays(states: readonly EssayState[]): Promise<MeasuredEssay[]> {
  const essays: MeasuredEssay[] = [];
  for (const state of states) essays.push(await kept.get(state.key, () => measured(state)));
  return essays;
}

async function measured(state: EssayState): Promise<MeasuredEssay> {
  const tokens = await tokensOf(state);
  const { authors, ...found } = await marksIn(state);
  const sums = await inTurns(summingText(textInTokens(tokens, found), state.tags));
  return { sums, authors, annotators: found.readers.map(({ id }) => id) };
}
