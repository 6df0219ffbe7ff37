import 'server-only';
import { createHash } from 'node:crypto';
import { adjudicationCases, inWholeTokens } from '@/lib/core/adjudication/adjudication-cases';
import { type DecidedCase, decidedCases } from '@/lib/core/adjudication/decided-cases';
import { type Decision, decisionsAbout, decisionsInForce } from '@/lib/core/adjudication/decisions-in-force';
import type { Judge } from '@/lib/core/agreement/annotated-text';
import type { TextMark } from '@/lib/core/agreement/contested-sentences';
import type { Tokens } from '@/lib/core/agreement/tokens';
import { notFound } from '@/lib/core/api/problem';
import { type EssayMark, marksIn } from '@/lib/server/data/agreement/essay-marks';
import { type EssayState, essayStates } from '@/lib/server/data/agreement/essay-states';
import { tokensOf } from '@/lib/server/data/agreement/text-tokens';
import { demandNotAlone } from '@/lib/server/data/annotation-rounds/is-alone';
import { revealedRound } from '@/lib/server/data/annotation-rounds/round-marks';
import type { Viewer } from '@/lib/server/data/viewer';
import { decisionRows, type KeptDecision } from './decision-rows';

/** The newest text of an essay with everything that adjudication of it rests on. Offsets are UTF-16. */
export interface AdjudicatedEssay {
  state: EssayState;
  tokens: Tokens;
  /** In whole tokens. */
  marks: TextMark[];
  readers: Judge[];
  inForce: Decision<KeptDecision>[];
  cases: DecidedCase<KeptDecision>[];
}

/** Of an essay, and perhaps of a round on it; all by their ids. */
export interface Adjudicating {
  group: string;
  essay: string;
  round: string | null;
}

/**
 * What everybody in the group sees, as in the figures of agreement: nothing private, held, sealed or deleted; of a round,
 * what its readers marked blind. Refused to who reads the essay alone, and before the reveal; asks no other leave.
 */
export async function adjudicatedEssay(
  viewer: Viewer,
  { group, essay, round }: Adjudicating,
): Promise<AdjudicatedEssay> {
  await demandNotAlone(viewer, { group, essay });
  const [state] = await essayStates(viewer, group, essay);
  if (!state) throw notFound();
  const tokens = await tokensOf(state);
  const all = await marksIn(state);
  const isMeant = (mark: EssayMark) => round === null || mark.round === round.toLowerCase();
  const marks = all.marks.filter(isMeant).map((mark) => inWholeTokens(tokens, mark));
  const readers = round === null ? all.readers : await readersOf(viewer, { group, essay, round });
  const others = new Set(all.marks.filter((mark) => !isMeant(mark)).map(({ id }) => id));
  const inForce = decisionsAbout(decisionsInForce(await decisionRows(group, state.versionId)), others);
  const cases = decidedCases(adjudicationCases(marks, readers), inForce).map((one) => ({
    ...one,
    state: createHash('sha256').update(one.state).digest('base64url').slice(0, 22),
  }));
  return { state, tokens, marks, readers, inForce, cases };
}

const readersOf = async (viewer: Viewer, place: { group: string; essay: string; round: string }) =>
  (await revealedRound(viewer, place)).facts.annotators.map((id) => ({ id }));
