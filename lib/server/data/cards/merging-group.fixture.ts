import type { SignedIn } from '@/lib/server/data/person.fixture';
import { setBelief } from './beliefs';
import { cardHistory } from './card-events';
import { curatingGroup } from './curating-group.fixture';
import { holdingsOf } from './holdings-of';
import { mergeCard } from './merge-cards';
import { linkPassage } from './occurrences';
import { takePosition } from './positions';
import { relateCard } from './relations';
import { undoStep } from './undo-step';

interface Made {
  id: string;
}

/** A curating group with cards of which two are about to be merged, and short ways to merge and to take back. */
export async function mergingGroup() {
  const room = await curatingGroup();
  const { mod, ann, at, propose, passage } = room;
  const answer = (card: Made, by: SignedIn, credence: number | null) =>
    takePosition(by, at(card), { credence, reason: '', wouldChangeMind: '' });
  const merge = (from: Made, into: Made, negated = false) =>
    mergeCard(mod, at(from), { into: into.id, negated, reason: 'The same.' });
  const undoLast = async (card: Made) => {
    const [last] = await cardHistory(mod, at(card));
    return undoStep(mod, { ...at(card), event: last?.id ?? '' });
  };

  /** Two cards with passages, relations, positions and beliefs of which some meet. */
  const pair = async () => {
    const [from, into, third] = [
      await propose('Said so.'),
      await propose('Said thus.'),
      await propose('The third.'),
    ];
    const [shared, own] = [await passage('quick brown'), await passage('lazy dog')];
    const link = (card: Made, annotation: string, role: 'states' | 'supports' = 'states') =>
      linkPassage(ann, at(card), { annotation, role });
    await link(from, shared);
    await link(into, shared);
    await link(from, own, 'supports');
    const relate = (a: Made, type: 'supports' | 'crux-for', b: Made) =>
      relateCard(mod, at(a), { type, to: b.id, rationale: 'Because.' });
    await relate(from, 'supports', into);
    const up = await relate(from, 'crux-for', third);
    await relate(into, 'crux-for', third);
    await relateCard(ann, at(third), { type: 'undercuts', toRelation: up.id, rationale: 'No.' });
    await answer(into, ann, 70);
    await answer(from, ann, 20);
    await answer(from, mod, 40);
    await setBelief(ann, { ...at(from), target: third.id }, { strength: 2 });
    return { from, into, third, shared, own };
  };

  const live = (cards: Made[]) => holdingsOf(cards.map(({ id }) => id));
  return { ...room, answer, merge, undoLast, pair, live };
}
