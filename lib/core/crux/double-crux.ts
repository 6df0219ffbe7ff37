import { byId } from './grouped';
import { type ConditionalAnswers, type Incoherence, readBelief } from './joint-belief';
import type { CountedBelief, CountedPosition } from './ranking';
import { swing } from './value-of-information';

/** Apart enough to be worth a talk, in points of credence. */
export const APART = 30;
/** A person would move when their two worlds lie this far apart (probability), or when they say "a lot" or more. */
const MOVES = { swing: 0.2, strength: 2 };
/** Under so many cards that both answered, two people's differences are chance. */
const SHARED = 5;

/** A card on which two people differ and that would move both of them on the same target. */
export interface DoubleCrux {
  card: string;
  target: string;
  /** Points of credence between them, 30 to 100. */
  gap: number;
  /** |P(target | card) − P(target | not card)| of either, 0 to 1, in the order asked. */
  swings: [number, number];
}

/** An answer that would tell more. */
export type MissingAnswer =
  | { user: string; card: string; what: 'credence' }
  | { user: string; card: string; target: string; what: 'conditional' }
  /** They said what would follow, and no number for the target: from where they would move is not known. */
  | { user: string; card: string; target: string; what: 'target' }
  | { user: string; card: string; target: string; what: 'incoherent'; explanation: Incoherence };

export interface DoubleCruxSearch {
  /** Too few shared answers to say anything: `found` is then empty. */
  tooLittleData: boolean;
  /** Cards on which both gave a number, and how many it takes. */
  shared: number;
  needed: number;
  /** Best first: the lesser swing × gap. */
  found: DoubleCrux[];
  /** What either might still answer, by card. */
  missing: MissingAnswer[];
}

export interface TwoMembers {
  users: readonly [string, string];
  /** Of both; others' are not read. */
  positions: readonly CountedPosition[];
  beliefs: readonly CountedBelief[];
  /** What the group holds to be a crux for what. */
  links: readonly { from: string; to: string }[];
}

/**
 * Double crux (Sabien 2017): A holds C, B holds not-C, and each would change their mind about the same thing if they
 * changed it about C. Found from answers that both gave anyway.
 */
export function findDoubleCruxes({ users, positions, beliefs, links }: TwoMembers): DoubleCruxSearch {
  const [one, other] = [memberOf(users[0], positions, beliefs), memberOf(users[1], positions, beliefs)];
  const missing: MissingAnswer[] = [];
  const gaps = new Map<string, number>();
  let shared = 0;
  for (const card of [...new Set([...one.credences.keys(), ...other.credences.keys()])].sort(byId)) {
    const [a, b] = [one.credences.get(card), other.credences.get(card)];
    // "No view" is an answer too: only who was never heard is asked.
    if (a === undefined) missing.push({ user: one.user, card, what: 'credence' });
    if (b === undefined) missing.push({ user: other.user, card, what: 'credence' });
    if (typeof a !== 'number' || typeof b !== 'number') continue;
    shared++;
    if (Math.abs(a - b) >= APART) gaps.set(card, Math.abs(a - b));
  }

  const found: DoubleCrux[] = [];
  for (const { from: card, to: target } of links) {
    const gap = gaps.get(card);
    if (gap === undefined) continue;
    const movements = [one, other].map((member) => movementOf(member, { card, target }, missing));
    const [first, second] = movements;
    if (first?.wouldMove && second?.wouldMove) {
      found.push({ card, target, gap, swings: [first.swing, second.swing] });
    }
  }
  const weight = ({ gap, swings }: DoubleCrux) => gap * Math.min(...swings);
  found.sort((a, b) => weight(b) - weight(a) || byId(a.card, b.card) || byId(a.target, b.target));
  const tooLittleData = shared < SHARED;
  return { tooLittleData, shared, needed: SHARED, found: tooLittleData ? [] : found, missing };
}

interface Member {
  user: string;
  credences: ReadonlyMap<string, number | null>;
  /** By crux and target. */
  conditionals: ReadonlyMap<string, Pick<ConditionalAnswers, 'ifTrue' | 'ifFalse' | 'strength'>>;
}

const memberOf = (
  user: string,
  positions: TwoMembers['positions'],
  beliefs: TwoMembers['beliefs'],
): Member => ({
  user,
  credences: new Map(
    positions.filter((one) => one.user === user).map(({ card, credence }) => [card, credence]),
  ),
  conditionals: new Map(
    beliefs.filter((one) => one.user === user).map((one) => [`${one.crux} ${one.target}`, one]),
  ),
});

/** Whether and how far the card would move a member on the target; null where they have not said it, which is then noted. */
function movementOf(
  { user, credences, conditionals }: Member,
  { card, target }: { card: string; target: string },
  missing: MissingAnswer[],
): { swing: number; wouldMove: boolean } | null {
  const conditional = conditionals.get(`${card} ${target}`) ?? {
    ifTrue: null,
    ifFalse: null,
    strength: null,
  };
  const { ifTrue, ifFalse, strength } = conditional;
  const own = { crux: credences.get(card) ?? null, target: credences.get(target) ?? null };
  const reading = readBelief({ ...own, ifTrue, ifFalse, strength });
  if (reading.kind === 'coherent') {
    const width = swing(reading.belief);
    // Near certainty "a lot" moves few points, and is still a lot.
    const saysSo = reading.belief.estimated && (strength ?? 0) >= MOVES.strength;
    return { swing: width, wouldMove: saysSo || width >= MOVES.swing };
  }
  if (reading.kind === 'incoherent') {
    missing.push({ user, card, target, what: 'incoherent', explanation: reading.explanation });
  } else if (reading.missing.includes('conditional')) {
    missing.push({ user, card, target, what: 'conditional' });
  } else {
    missing.push({ user, card, target, what: 'target' });
  }
  return null;
}
