import 'server-only';
import { v7 } from 'uuid';
import type { Card } from '@/lib/core/api/card-schemas';
import type { Input } from '@/lib/core/api/contracts';
import { conflict } from '@/lib/core/api/problem';
import { db, transaction } from '@/lib/server/data/database';
import { lockedGroupFor } from '@/lib/server/data/group-scope';
import { notify } from '@/lib/server/data/inbox/notify';
import { isUnderReview } from '@/lib/server/data/moderation/first-look';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { recordStep } from './card-events';
import { cardOf } from './card-rows';
import { linkPassage } from './occurrences';

/** Proposes a card. Repeating with the same `id` makes no second one. */
export async function createCard(
  viewer: Viewer,
  group: string,
  draft: Input<'POST /groups/{group}/cards'>['body'],
): Promise<Card> {
  return transaction(async () => {
    const scope = await lockedGroupFor(viewer, group, 'card.propose');
    const { id = v7(), occurrence, ...wording } = draft;
    const earlier = await db().card.findUnique({
      where: { id },
      select: { groupId: true, createdById: true },
    });
    if (earlier) {
      if (earlier.groupId === scope.id && earlier.createdById === userIdOf(viewer)) return cardOf(viewer, id);
      throw conflict('id-taken', 'There is another card of this id. Send it with a new one.');
    }
    await insertCard(viewer, scope.id, { id, ...wording });
    await recordStep(viewer, { id, group: scope.id }, { verb: 'propose' });
    if (occurrence) await linkPassage(viewer, { group: scope.id, card: id }, occurrence);
    return cardOf(viewer, id);
  });
}

type Wording = Omit<Input<'POST /groups/{group}/cards'>['body'], 'id' | 'occurrence'>;

/** A new card with the next number of its group, whose row the caller holds. */
export async function insertCard(
  viewer: Viewer,
  groupId: string,
  { id, resolvesBy, ...wording }: Wording & { id: string },
): Promise<void> {
  const by = userIdOf(viewer);
  const { _max } = await db().card.aggregate({ where: { groupId }, _max: { number: true } });
  const words = { ...wording, resolvesBy: resolvesBy === null ? null : new Date(resolvesBy) };
  const held = (await isUnderReview(groupId, by)) ? 'pending' : null;
  await db().card.create({
    data: { id, groupId, number: (_max.number ?? 0) + 1, createdById: by, held, ...words },
  });
  if (held) await notify({ kind: 'review', event: id, group: groupId });
  await db().cardRevision.create({ data: { cardId: id, version: 1, editorId: by, ...words } });
}
