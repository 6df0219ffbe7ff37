import { trust } from './contested';
import { jensenShannon } from './information';
import type { JointBelief } from './joint-belief';
import { geometricMeanOfOdds, mean } from './probability';
import { expectedShift, informationShare } from './value-of-information';

/** What a group's beliefs say of one arrow from a crux C to its target U. */
export interface LinkScore {
  /** Mean share of what could be learnt about U × k / (k + 3), from 0 to 1; the importance of U is not in it. */
  share: number;
  /** Bits of disagreement on U that settling C is expected to remove; negative: it would drive people apart ("backfire"). */
  resolves: number;
  /** Mean expected movement of P(U), 0 to 0.5. */
  shift: number;
  /** How many members' beliefs it rests on. */
  k: number;
  /** At least one of them was made from the 0–3 scale. */
  estimated: boolean;
}

export function scoreLink(beliefs: readonly JointBelief[]): LinkScore {
  const k = beliefs.length;
  if (k === 0) return { share: 0, resolves: 0, shift: 0, k, estimated: false };
  return {
    share: mean(beliefs.map(informationShare)) * trust(k),
    resolves: resolves(beliefs),
    shift: mean(beliefs.map(expectedShift)),
    k,
    estimated: beliefs.some(({ estimated }) => estimated),
  };
}

/**
 * Value of discrimination for a group of any size: JSD(U) − w·JSD(U|C) − (1 − w)·JSD(U|¬C) in bits from −1 to 1,
 * w the geometric mean of the odds of C. `VoD_log_gmod` of `voivod` with the Jensen–Shannon divergence in place
 * of a pair's symmetric KL.
 */
function resolves(beliefs: readonly JointBelief[]): number {
  if (beliefs.length === 0) return 0;
  const weight = geometricMeanOfOdds(beliefs.map(({ crux }) => crux));
  const apart = (of: 'target' | 'ifTrue' | 'ifFalse') => jensenShannon(beliefs.map((belief) => belief[of]));
  return apart('target') - weight * apart('ifTrue') - (1 - weight) * apart('ifFalse');
}
