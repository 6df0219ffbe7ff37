import 'server-only';
import type { CardDetail } from '@/lib/core/api/cards';
import { notFound } from '@/lib/core/api/problem';
import type { Viewer } from '@/lib/server/data/viewer';
import { rankingOf } from './card-ranking';
import { type CardPlace, cardFor } from './card-scope';
import { listed } from './list-cards';
import { listOccurrences } from './occurrences';
import { listRelations } from './relations';

/** One card with its passages and relations; or its number and that of the card that it was merged into. */
export async function readCard(
  viewer: Viewer,
  place: CardPlace,
): Promise<{ card: CardDetail } | { number: number; mergedInto: number }> {
  const { id, number, group, mergedInto } = await cardFor(viewer, place, 'card.read');
  if (mergedInto !== null) {
    const into = await cardFor(viewer, { group: group.id, card: mergedInto }, 'card.read');
    return { number, mergedInto: into.number };
  }
  const here = { group: group.id, card: id };
  const [[card], occurrences, relations] = await Promise.all([
    listed(viewer, group, { ids: [id], ranking: await rankingOf(group.id) }),
    listOccurrences(viewer, here),
    listRelations(viewer, here),
  ]);
  if (!card) throw notFound();
  return { card: { ...card, occurrences, relations } };
}
