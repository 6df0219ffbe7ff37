import 'server-only';
import type { Output } from '@/lib/core/api/contracts';
import { notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { type Followed, followed } from '@/lib/core/inbox/reasons';
import { cardFor } from '@/lib/server/data/cards/card-scope';
import { db, query } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { groupFor, unescapedSegment } from '@/lib/server/data/group-scope';
import { threadFor } from '@/lib/server/data/thread';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';

/** What the viewer chose to follow in a group, and threads they stopped; of a tag its slug. */
export async function listSubscriptions(
  viewer: Viewer,
  group: string,
): Promise<Output<'GET /groups/{group}/subscriptions'>['items']> {
  const { id } = await groupFor(viewer, group, 'subscription.keep');
  return query(
    'subscriptions',
    `SELECT s.kind, coalesce(t.slug, s.subject_id::text) AS subject, s.stopped FROM subscription s
     LEFT JOIN tag t ON s.kind = 'tag' AND t.id = s.subject_id
     WHERE s.user_id = $1::uuid AND s.group_id = $2::uuid ORDER BY s.kind, s.created_at, s.subject_id`,
    [userIdOf(viewer), id],
  );
}

/** What they follow as `kind:subject`, for the buttons of a page; null where the viewer does not belong and follows nothing. */
export async function followsIn(viewer: Viewer, group: string): Promise<ReadonlySet<string> | null> {
  const { id, role } = await groupFor(viewer, group, 'group.read');
  if (role === 'stranger') return null;
  const items = await listSubscriptions(viewer, id);
  return new Set(items.filter(({ stopped }) => !stopped).map(({ kind, subject }) => `${kind}:${subject}`));
}

interface Place {
  group: string;
  kind: string;
  subject: string;
}

/** Follows something that the viewer may see. Doing it again changes nothing. */
export async function follow(viewer: Viewer, place: Place): Promise<void> {
  await query(
    'follow',
    `INSERT INTO subscription (user_id, group_id, kind, subject_id) VALUES ($1::uuid, $2::uuid, $3, $4::uuid)
     ON CONFLICT (user_id, group_id, kind, subject_id) DO UPDATE SET stopped = false`,
    Object.values(await keyOf(viewer, place)),
  );
}

/** Lets go of it. That of a thread is remembered, as taking part in it is enough to follow it. */
export async function unfollow(viewer: Viewer, place: Place): Promise<void> {
  const key = await keyOf(viewer, place);
  if (key.kind !== 'thread') return void (await db().subscription.deleteMany({ where: key }));
  await db().subscription.upsert({
    where: { userId_groupId_kind_subjectId: key },
    create: { ...key, stopped: true },
    update: { stopped: true },
  });
}

async function keyOf(viewer: Viewer, { group, kind, subject }: Place) {
  const scope = await groupFor(viewer, group, 'subscription.keep');
  const find = finders[kind as Followed];
  if (!followed.includes(kind as Followed)) throw notFound();
  const subjectId = await find(viewer, scope.id, unescapedSegment(subject));
  if (subjectId === null) throw notFound();
  return { userId: userIdOf(viewer), groupId: scope.id, kind, subjectId };
}

type Find = (viewer: Viewer, group: string, subject: string) => Promise<string | null>;

/** The id of what somebody wants to follow; null when there is no such thing in the group. */
const finders: Record<Followed, Find> = {
  essay: async (viewer, group, essay) => (await essayFor(viewer, { group, essay }, 'essay.read')).id,
  card: async (viewer, group, card) => (await cardFor(viewer, { group, card }, 'card.read')).id,
  async thread(viewer, group, id) {
    const thread = await threadFor(viewer, id);
    return thread.id === group && thread.shown === 'group' ? thread.annotation : null;
  },
  async tag(_viewer, groupId, slug) {
    const tag = await db().tag.findUnique({
      where: { groupId_slug: { groupId, slug } },
      select: { id: true },
    });
    return tag?.id ?? null;
  },
  async person(_viewer, groupId, userId) {
    if (!isId(userId)) return null;
    const key = { groupId_userId: { groupId, userId } };
    const member = await db().membership.findUnique({ where: key, select: { userId: true } });
    return member?.userId ?? null;
  },
};
