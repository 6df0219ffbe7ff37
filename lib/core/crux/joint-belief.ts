import type { Strength } from './holdings';
import { nearestConditionals } from './nearest-conditionals';
import { clampProbability } from './probability';

/** One person's belief about a crux C and its target U together; probabilities, clamped to [0.5 %, 99.5 %] where asked for. */
export interface JointBelief {
  /** P(U) = P(C)·P(U|C) + P(¬C)·P(U|¬C). */
  target: number;
  /** P(C) */
  crux: number;
  /** P(U|C) */
  ifTrue: number;
  /** P(U|¬C) */
  ifFalse: number;
  /** Made from the 0–3 scale rather than from probabilities. */
  estimated: boolean;
}

/** What a person answered, each in whole percent or null. */
export interface ConditionalAnswers {
  target: number | null;
  crux: number | null;
  ifTrue: number | null;
  ifFalse: number | null;
  strength: Strength | null;
}

/** Why answers cannot all hold, for the person who gave them. Percent. */
export type Incoherence =
  /** The one conditional given has to lie within [least, most], given P(U) and P(C). */
  | { because: 'out-of-bounds'; answer: 'ifTrue' | 'ifFalse'; given: number; least: number; most: number }
  /** Both conditionals were given, and with P(C) they imply another P(U) than the one stated; `nearest` would imply it. */
  | {
      because: 'mixture';
      crux: number;
      stated: number;
      implied: number;
      nearest: { ifTrue: number; ifFalse: number };
    };

export type BeliefReading =
  | { kind: 'coherent'; belief: JointBelief }
  | { kind: 'incoherent'; explanation: Incoherence }
  | { kind: 'incomplete'; missing: ('target' | 'crux' | 'conditional')[] };

/** How far P(U) may lie from what both conditionals imply, in points: people answer in round numbers. */
const TOLERANCE = 5;

/** Log-odds between P(U|C) and P(U|¬C) that the words of the 0–3 scale stand for. */
const GAPS: Record<Strength, number> = { 0: 0, 1: 0.5, 2: 1.5, 3: 3 };

/**
 * Completes a person's answers to one joint belief. P(C), P(U) and one conditional suffice: the other follows.
 * Probabilities go before the 0–3 scale. What cannot hold comes back with its reason and is never dropped.
 */
export function readBelief(answers: ConditionalAnswers): BeliefReading {
  const { target, crux, ifTrue, ifFalse, strength } = answers;
  const isSilent = ifTrue === null && ifFalse === null && strength === null;
  if (target === null || crux === null || isSilent) {
    const missing = [
      target === null && 'target',
      crux === null && 'crux',
      isSilent && 'conditional',
    ] as const;
    return { kind: 'incomplete', missing: missing.filter((one) => one !== false) };
  }
  if (ifTrue !== null && ifFalse !== null) return fromBoth({ target, crux, ifTrue, ifFalse });
  if (ifTrue !== null) return fromOne('ifTrue', { target, crux, given: ifTrue });
  if (ifFalse !== null) return fromOne('ifFalse', { target, crux, given: ifFalse });
  return { kind: 'coherent', belief: fromStrength(target / 100, crux / 100, strength ?? 0) };
}

function fromBoth(answers: { target: number; crux: number; ifTrue: number; ifFalse: number }): BeliefReading {
  const implied = (answers.crux * answers.ifTrue + (100 - answers.crux) * answers.ifFalse) / 100;
  if (Math.abs(implied - answers.target) > TOLERANCE) {
    const [crux, stated, nearest] = [answers.crux, answers.target, nearestConditionals(answers)];
    return { kind: 'incoherent', explanation: { because: 'mixture', crux, stated, implied, nearest } };
  }
  const [crux, ifTrue, ifFalse] = [answers.crux, answers.ifTrue, answers.ifFalse].map((percent) =>
    clampProbability(percent / 100),
  ) as [number, number, number];
  // The mixture replaces the stated P(U), which is as good within the tolerance: the four then hold exactly.
  const target = crux * ifTrue + (1 - crux) * ifFalse;
  return { kind: 'coherent', belief: { target, crux, ifTrue, ifFalse, estimated: false } };
}

/** The bounds and the missing conditional follow from P(U) = P(C)·P(U|C) + P(¬C)·P(U|¬C). */
function fromOne(
  answer: 'ifTrue' | 'ifFalse',
  { target, crux, given }: { target: number; crux: number; given: number },
): BeliefReading {
  const weight = answer === 'ifTrue' ? crux : 100 - crux;
  const least = Math.max(0, (100 * (target - (100 - weight))) / weight);
  const most = Math.min(100, (100 * target) / weight);
  if (weight > 0 && (given < least || given > most)) {
    return { kind: 'incoherent', explanation: { because: 'out-of-bounds', answer, given, least, most } };
  }
  const [u, w, one] = [target, weight, given].map((percent) => clampProbability(percent / 100)) as [
    number,
    number,
    number,
  ];
  // Coherent whole percents stay coherent when clamped; only rounding can leave [0, 1] here.
  const other = Math.min(1, Math.max(0, (u - one * w) / (1 - w)));
  const [ifTrue, ifFalse, c] = answer === 'ifTrue' ? [one, other, w] : [other, one, 1 - w];
  return { kind: 'coherent', belief: { target: u, crux: c, ifTrue, ifFalse, estimated: false } };
}

/**
 * The conditionals with the scale's distance in log-odds that still mix to P(U), taking the crux to speak for
 * its target. With z the odds of U given ¬C and G = e^gap, the mixture is a quadratic in z with one positive root.
 */
function fromStrength(statedTarget: number, statedCrux: number, strength: Strength): JointBelief {
  const [target, crux] = [clampProbability(statedTarget), clampProbability(statedCrux)];
  const ratio = Math.exp(GAPS[strength]);
  const a = ratio * (1 - target);
  const b = crux * ratio + (1 - crux) - target * (1 + ratio);
  const odds = (Math.sqrt(b * b + 4 * a * target) - b) / (2 * a);
  return {
    target,
    crux,
    ifTrue: (ratio * odds) / (1 + ratio * odds),
    ifFalse: odds / (1 + odds),
    estimated: true,
  };
}
