import 'server-only';
import { v7 } from 'uuid';
import type { Card } from '@/lib/core/api/card-schemas';
import type { Input } from '@/lib/core/api/contracts';
import { conflict, invalid } from '@/lib/core/api/problem';
import { db, transaction } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';
import { recordStep } from './card-events';
import { cardOf } from './card-rows';
import { type CardPlace, lockedCardFor } from './card-scope';
import { insertCard } from './create-card';

/** Splits a new card off, which takes some of the passages along. Positions stay: nobody was asked the new question. */
export async function splitCard(
  viewer: Viewer,
  place: CardPlace,
  draft: Input<'POST /groups/{group}/cards/{card}/split'>['body'],
): Promise<Card> {
  return transaction(async () => {
    const { id = v7(), kind, statement, occurrences, reason } = draft;
    const card = await lockedCardFor(viewer, place, 'card.curate');
    const group = card.group.id;
    if (await db().card.count({ where: { id } }))
      throw conflict('id-taken', 'There is another card of this id. Send it with a new one.');
    const going = { id: { in: occurrences }, cardId: card.id };
    if ((await db().occurrence.count({ where: going })) !== new Set(occurrences).size)
      throw invalid('occurrences', 'Not all of these passages belong to the card.');
    const words = { kind, statement, details: '', operationalization: '', resolvesBy: null };
    await insertCard(viewer, group, { id, ...words });
    await db().occurrence.updateMany({ where: going, data: { cardId: id } });
    const made = await cardOf(viewer, id);
    const after = { card: made.number, occurrences };
    await recordStep(viewer, { id: card.id, group }, { verb: 'split', after, reason });
    await recordStep(viewer, { id, group }, { verb: 'split-off', after: { card: card.number }, reason });
    return made;
  });
}
