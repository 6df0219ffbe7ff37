import 'server-only';
import { v7 } from 'uuid';
import type { Input } from '@/lib/core/api/contracts';
import { conflict, invalid, notFound } from '@/lib/core/api/problem';
import type { Round } from '@/lib/core/api/rounds';
import { isId } from '@/lib/core/api/slug';
import { openStatuses } from '@/lib/core/crux/open-card';
import { cardShownTo, everybody } from '@/lib/server/data/audience';
import { db, query, transaction } from '@/lib/server/data/database';
import { cardsChannel, publish } from '@/lib/server/data/events';
import { type GroupScope, groupFor, lockedGroupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { isMember } from './card-rows';
import { cancelEnd, planEnd } from './end-round';

/**
 * Cards `c` that round `r` asks. A merged one leads to what it became; two that became one are one. Those that were
 * put away, or are held, are asked no more.
 */
export const askedCards = `
  (SELECT DISTINCT coalesce(x.merged_into_id, x.id) AS id FROM round_card rc JOIN card x ON x.id = rc.card_id
   WHERE rc.round_id = r.id) asked JOIN card c ON c.id = asked.id AND c.status NOT IN ('archived', 'rejected')
  AND ${cardShownTo(everybody)}`;

/** Positions `p` on card `c` that members gave while round `r` was open. */
export const givenInRound = `p.card_id = c.id AND p.inherited_from_id IS NULL AND p.created_at >= r.created_at
  AND p.created_at < r.closes_at AND ${isMember('p.user_id')}`;

interface Row extends Omit<Round, 'opened' | 'closes'> {
  opened: Date;
  closes: Date;
}

const sql = `
  SELECT r.id, r.title, r.created_at AS opened, r.closes_at AS closes, r.closes_at <= now() AS "isClosed",
    (SELECT count(*)::int FROM ${askedCards}) AS cards,
    (SELECT count(DISTINCT c.id)::int FROM ${askedCards} JOIN position p ON ${givenInRound}
     WHERE p.user_id = $2::uuid) AS answered,
    (SELECT count(*)::int FROM ${askedCards} WHERE r.closes_at > now() AND c.status IN ('proposed', 'canonical')
     AND NOT EXISTS (SELECT 1 FROM position p WHERE ${givenInRound} AND p.user_id = $2::uuid)) AS waiting,
    (SELECT count(DISTINCT p.user_id)::int FROM ${askedCards} JOIN position p ON ${givenInRound}) AS people
  FROM round r WHERE r.group_id = $1::uuid`;

const toRound = ({ opened, closes, ...rest }: Row): Round => ({
  ...rest,
  opened: opened.toISOString(),
  closes: closes.toISOString(),
});

/** The group's rounds, open ones first, the next to close first; then the latest that closed. */
export async function listRounds(viewer: Viewer, group: string): Promise<Round[]> {
  const { id } = await groupFor(viewer, group, 'card.read');
  const rows = await query<Row>(
    'rounds',
    `${sql} ORDER BY r.closes_at <= now(), abs(extract(epoch FROM r.closes_at - now())), r.id LIMIT 100`,
    [id, viewer.user?.id ?? null],
  );
  return rows.map(toRound);
}

export async function roundOf(viewer: Viewer, group: GroupScope, id: string): Promise<Round> {
  if (!isId(id)) throw notFound();
  const values = [group.id, viewer.user?.id ?? null, id];
  const [row] = await query<Row>('round', `${sql} AND r.id = $3::uuid`, values);
  if (!row) throw notFound();
  return toRound(row);
}

/** Asks the group for answers to some cards. Repeating with the same `id` opens no second round. */
export async function openRound(
  viewer: Viewer,
  name: string,
  { id = v7(), title, closes, cards }: Input<'POST /groups/{group}/rounds'>['body'],
): Promise<Round> {
  return transaction(async () => {
    const group = await lockedGroupFor(viewer, name, 'round.open');
    const earlier = await db().round.findUnique({ where: { id }, select: { groupId: true } });
    if (earlier?.groupId === group.id) return roundOf(viewer, group, id);
    if (earlier) throw conflict('id-taken', 'There is another round of this id. Send it with a new one.');
    await requireLater(closes);
    const ids = [...new Set(cards)];
    const open = {
      groupId: group.id,
      id: { in: ids },
      held: null,
      status: { in: [...openStatuses] },
    };
    if ((await db().card.count({ where: open })) !== ids.length)
      throw invalid('cards', 'Not all of these cards take answers.');
    await db().round.create({
      data: {
        id,
        groupId: group.id,
        title,
        closesAt: closes,
        cards: { create: ids.map((cardId) => ({ cardId })) },
      },
    });
    await planEnd({ id, closes: new Date(closes) });
    await tell(viewer, group, { change: 'opened', id });
    return roundOf(viewer, group, id);
  });
}

/** Renames a round or moves its end. One that has closed stays closed: its answers are known. */
export async function changeRound(
  viewer: Viewer,
  place: { group: string; id: string },
  { title, closes }: Input<'PATCH /groups/{group}/rounds/{id}'>['body'],
): Promise<Round> {
  return transaction(async () => {
    const group = await lockedGroupFor(viewer, place.group, 'round.open');
    const { id, isClosed } = await roundOf(viewer, group, place.id);
    if (isClosed) throw conflict('closed', 'This round has closed. Open a new one.');
    if (title !== undefined) await db().round.update({ where: { id }, data: { title } });
    if (closes !== undefined)
      await db()
        .$executeRaw`UPDATE round SET closes_at = greatest(${closes}::timestamptz, date_trunc('milliseconds', now())) WHERE id = ${id}::uuid`;
    const changed = await roundOf(viewer, group, id);
    if (closes !== undefined) await planEnd({ id, closes: new Date(changed.closes) });
    await tell(viewer, group, { change: 'edited', id });
    return changed;
  });
}

/** Takes a round away. The answers stay, as blind as they are without it. */
export async function deleteRound(viewer: Viewer, place: { group: string; id: string }): Promise<void> {
  await transaction(async () => {
    const group = await lockedGroupFor(viewer, place.group, 'round.open');
    const { id } = await roundOf(viewer, group, place.id);
    await db().round.delete({ where: { id } });
    await cancelEnd(id);
    await tell(viewer, group, { change: 'deleted', id });
  });
}

async function requireLater(closes: string): Promise<void> {
  const [row] = await query<{ isLater: boolean }>('is-later', 'SELECT $1::timestamptz > now() AS "isLater"', [
    closes,
  ]);
  if (!row?.isLater) throw invalid('closes', 'Choose a time to come.');
}

const tell = (viewer: Viewer, group: GroupScope, { change, id }: { change: string; id: string }) =>
  publish({
    channel: cardsChannel(group.id),
    kind: 'round',
    change,
    entity: id,
    actor: userIdOf(viewer),
  });
