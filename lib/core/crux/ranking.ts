import { type CredenceSummary, contested, summariseCredences } from './contested';
import { byId, grouped } from './grouped';
import type { BeliefRow, PositionRow } from './holdings';
import { type JointBelief, readBelief } from './joint-belief';
import { type LinkScore, scoreLink } from './link-score';
import { importanceOf, loadsFrom, rootQuestions } from './load';
import { isRanked, whyLow } from './low-priority';

export type CountedPosition = Pick<PositionRow, 'card' | 'user' | 'credence'>;
export type CountedBelief = Pick<BeliefRow, 'user' | 'crux' | 'target' | 'ifTrue' | 'ifFalse' | 'strength'>;

export interface RankingInput {
  /** Ids of the cards to rank. Beliefs about others are not read. */
  cards: readonly string[];
  /** The questions the group wants settled; when empty, those that are crux for nothing. */
  roots: ReadonlySet<string>;
  /** Live positions, one per card and user. */
  positions: readonly CountedPosition[];
  /** One per user, crux and target. */
  beliefs: readonly CountedBelief[];
}

export interface ScoredLink extends LinkScore {
  target: string;
  /** `share` × importance of the target, 0 to 1. */
  load: number;
  /** Answers that cannot hold and wait for their authors; they are in no figure. */
  incoherent: number;
  /** Answers that lack a position on the crux or the target. */
  incomplete: number;
}

/** A rank with all that it comes from; it is never shown without. */
export interface RankedCard extends CredenceSummary {
  card: string;
  /** From 1 without gaps, among those of which the priority is known (`isRanked`); null: it is not. */
  rank: number | null;
  /** √(contested × load), 0 to 1. */
  priority: number;
  /** See `contested`; `n` is beside it. */
  contested: number;
  /** See `loadsFrom`, 0 to 1; null when no belief says what rests on it. It then counts as 0. */
  load: number | null;
  /** How many members' beliefs the load rests on. */
  k: number;
  /** Some of them were made from the 0–3 scale. */
  estimated: boolean;
  /** Bits that settling it would remove, summed over targets by importance; negative is a backfire. Null as the load. */
  resolves: number | null;
  /** The second column for the load: the greatest mean expected shift of a target, 0 to 0.5. */
  shift: number;
  isRoot: boolean;
  /** Strongest first. */
  links: ScoredLink[];
}

type ScoredCard = Omit<RankedCard, 'rank'>;

/**
 * All cards, the one most worth talking about first: by priority, then resolves, contested, n and id. A priority that
 * is not known yet is no zero: such cards have no rank, and stand after all that have a priority, and before those of
 * which it is known that they have none.
 */
export function rankCards({ cards, roots, positions, beliefs }: RankingInput): RankedCard[] {
  const known = new Set(cards);
  const credences = byCardAndUser(positions);
  const gathered = gatherLinks(
    beliefs.filter(({ crux, target }) => known.has(crux) && known.has(target)),
    credences,
  );
  const arrows = gathered.map(({ crux, target, score }) => ({ from: crux, to: target, share: score.share }));
  const questions = roots.size > 0 ? roots : rootQuestions(arrows);
  const loads = loadsFrom(questions, arrows);
  const linksOf = grouped(gathered, ({ crux }) => crux);

  const scored = cards.map((card): ScoredCard => {
    const views = [...(credences.get(card)?.values() ?? [])];
    const disagreement = contested(views).value;
    const own = linksOf.get(card) ?? [];
    const importance = ({ target }: GatheredLink) => importanceOf(target, questions, loads);
    const k = new Set(own.flatMap(({ members }) => members)).size;
    const load = k === 0 ? null : (loads.get(card) ?? 0);
    return {
      card,
      ...summariseCredences(views),
      priority: Math.sqrt(disagreement * (load ?? 0)),
      contested: disagreement,
      load,
      k,
      estimated: own.some(({ score }) => score.estimated),
      resolves: k === 0 ? null : own.reduce((sum, link) => sum + link.score.resolves * importance(link), 0),
      shift: Math.max(0, ...own.map(({ score }) => score.shift)),
      isRoot: questions.has(card),
      links: own
        .map((link) => ({
          ...link.score,
          target: link.target,
          load: link.score.share * importance(link),
          incoherent: link.incoherent,
          incomplete: link.incomplete,
        }))
        .sort((a, b) => b.load - a.load || byId(a.target, b.target)),
    };
  });
  let last = 0;
  return scored.sort(mostUrgentFirst).map((card) => ({ ...card, rank: isRanked(card) ? ++last : null }));
}

const place = (card: ScoredCard) => (!isRanked(card) ? 1 : whyLow(card) === null ? 0 : 2);

/** The order of `rankCards`. */
export const mostUrgentFirst = (a: ScoredCard, b: ScoredCard) =>
  place(a) - place(b) ||
  b.priority - a.priority ||
  (b.resolves ?? 0) - (a.resolves ?? 0) ||
  b.contested - a.contested ||
  b.n - a.n ||
  byId(a.card, b.card);

type Credences = Map<string, Map<string, number | null>>;

function byCardAndUser(positions: readonly CountedPosition[]): Credences {
  const credences: Credences = new Map();
  for (const { card, user, credence } of positions) {
    const ofCard = credences.get(card);
    if (ofCard) ofCard.set(user, credence);
    else credences.set(card, new Map([[user, credence]]));
  }
  return credences;
}

interface GatheredLink {
  crux: string;
  target: string;
  score: LinkScore;
  members: string[];
  incoherent: number;
  incomplete: number;
}

/** One link for each crux and target that anybody spoke of. */
function gatherLinks(beliefs: readonly CountedBelief[], credences: Credences): GatheredLink[] {
  const groups = [...grouped(beliefs, ({ crux }) => crux).values()].flatMap((own) => [
    ...grouped(own, ({ target }) => target).values(),
  ]);
  return groups.map((answers) => {
    const { crux, target } = answers[0]!;
    const link = { crux, target, members: [] as string[], incoherent: 0, incomplete: 0 };
    const joint: JointBelief[] = [];
    const [ofCrux, ofTarget] = [credences.get(crux), credences.get(target)];
    for (const { user, ifTrue, ifFalse, strength } of answers) {
      const own = { crux: ofCrux?.get(user) ?? null, target: ofTarget?.get(user) ?? null };
      const reading = readBelief({ ...own, ifTrue, ifFalse, strength });
      if (reading.kind === 'coherent') {
        joint.push(reading.belief);
        link.members.push(user);
      } else link[reading.kind]++;
    }
    return { ...link, score: scoreLink(joint) };
  });
}
