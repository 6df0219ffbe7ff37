import 'server-only';
import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { may } from '@/lib/core/access/permissions';
import { builtInTags } from '@/lib/core/annotation/vocabulary';
import type { Input, Output } from '@/lib/core/api/contracts';
import type { Group, MemberRole } from '@/lib/core/api/groups';
import { changedMeanwhile, conflict, invalid } from '@/lib/core/api/problem';
import { freeSlug, slugOf } from '@/lib/core/api/slug';
import type { Prisma } from '@/prisma/generated/client';
import { db, transaction } from './database';
import { groupChannel, publish } from './events';
import { groupFor, lockedGroupFor } from './group-scope';
import { waitingCount } from './moderation/queue';
import { demandOnSite } from './site';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

/** No user has it: visitors are members of nothing. */
const nobody = '00000000-0000-0000-0000-000000000000';

const shownTo = (viewer: Viewer) =>
  ({
    id: true,
    slug: true,
    name: true,
    description: true,
    visibility: true,
    reviewFirst: true,
    openLog: true,
    version: true,
    createdAt: true,
    memberships: { where: { userId: viewer.user?.id ?? nobody }, select: { role: true } },
    _count: { select: { memberships: true, readingList: true } },
  }) satisfies Prisma.GroupSelect;

type Row = Prisma.GroupGetPayload<{ select: ReturnType<typeof shownTo> }>;

const toGroup = ({ createdAt, memberships, _count, visibility, ...rest }: Row): Group => ({
  ...rest,
  visibility: visibility as Group['visibility'],
  created: createdAt.toISOString(),
  members: _count.memberships,
  essays: _count.readingList,
  role: (memberships[0]?.role ?? null) as MemberRole | null,
  waiting: null,
});

type Page = Partial<Input<'GET /groups'>['query']>;

/** All of the viewer's groups by name, then a page of the public ones of others by slug; on later pages only these. */
export async function listGroups(
  viewer: Viewer,
  { after, limit = 100 }: Page,
): Promise<Output<'GET /groups'>> {
  const mine = { memberships: { some: { userId: viewer.user?.id ?? nobody } } };
  const select = shownTo(viewer);
  const [own, others] = await Promise.all([
    after === undefined && viewer.user
      ? db().group.findMany({ where: mine, select, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
      : [],
    db().group.findMany({
      where: { visibility: 'public', NOT: mine, ...(after !== undefined && { slug: { gt: after } }) },
      select,
      orderBy: { slug: 'asc' },
      take: limit + 1,
    }),
  ]);
  const page = others.slice(0, limit);
  const next = others.length > limit ? (page.at(-1)?.slug ?? null) : null;
  return { items: [...own, ...page].map(toGroup), next };
}

/** One group by id or slug. */
export async function groupOf(viewer: Viewer, group: string): Promise<Group> {
  const scope = await groupFor(viewer, group, 'group.read');
  const { id } = scope;
  const found = toGroup(await db().group.findUniqueOrThrow({ where: { id }, select: shownTo(viewer) }));
  return may('moderation.review', scope) ? { ...found, waiting: await waitingCount(viewer, id) } : found;
}

/** Makes a group with the three built-in words; the viewer owns it. Repeating with the same `id` makes no second one. */
export async function createGroup(viewer: Viewer, draft: Input<'POST /groups'>['body']): Promise<Group> {
  demandOnSite(viewer, 'group.create');
  const userId = userIdOf(viewer);
  const { id = uuidv7(), name, description, visibility } = draft;
  return transaction(async (tx) => {
    const slug = await slugFor(draft);
    const { count } = await tx.group.createMany({
      data: { id, name, description, visibility, slug },
      skipDuplicates: true,
    });
    if (count === 0) return madeBefore(viewer, id);
    await tx.membership.create({ data: { groupId: id, userId, role: 'owner' } });
    await tx.tag.createMany({
      data: builtInTags.map((tag, position) => ({ ...tag, groupId: id, position })),
    });
    return groupOf(viewer, id);
  });
}

/**
 * Names of private groups always end in chance, so that a name which is taken tells of a public group only. Makers of
 * groups queue at a lock: without it two could choose the same free name.
 */
async function slugFor({ slug, name, visibility }: Input<'POST /groups'>['body']): Promise<string> {
  const wanted = slugOf(slug ?? name, 'group');
  if (visibility === 'private') return `${wanted}-${chance()}`;
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext('cruxbook.group-slug'))`;
  const like = await db().group.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
  return freeSlug(wanted, new Set(like.map((group) => group.slug)));
}

/** 36⁶ possibilities; never digits only, which would look like a counter. */
const chance = () =>
  `g${randomInt(36 ** 5)
    .toString(36)
    .padStart(5, '0')}`;

async function madeBefore(viewer: Viewer, id: string): Promise<Group> {
  const mine = await db().membership.count({
    where: { groupId: id, userId: userIdOf(viewer), role: 'owner' },
  });
  if (mine === 0) throw conflict('id-taken', 'Something with this id exists already. Send a new id.');
  return groupOf(viewer, id);
}

export interface GroupChange {
  name?: string | undefined;
  description?: string | undefined;
  visibility?: 'public' | 'private' | undefined;
  reviewFirst?: number | undefined;
  openLog?: boolean | undefined;
  /** Version the change is based on; null for any. */
  ifMatch: number | null;
}

export async function changeGroup(viewer: Viewer, group: string, change: GroupChange): Promise<Group> {
  const { ifMatch, ...given } = change;
  return transaction(async (tx) => {
    const { id } = await lockedGroupFor(viewer, group, 'group.edit');
    const before = await groupOf(viewer, id);
    if (ifMatch !== null && ifMatch !== before.version) throw changedMeanwhile(before);
    await tx.group.update({
      where: { id },
      data: { ...defined(given), version: { increment: 1 } },
    });
    await tell(viewer, id, 'edited');
    return groupOf(viewer, id);
  });
}

const defined = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** Deletes a group with all that was written in it, and the essays that no other group reads. */
export async function deleteGroup(viewer: Viewer, group: string, confirmation: string): Promise<void> {
  await transaction(async (tx) => {
    const { id } = await lockedGroupFor(viewer, group, 'group.delete');
    const { name } = await groupOf(viewer, id);
    if (confirmation.trim() !== name)
      throw invalid('name-differs', 'To delete the group, send its exact name. Nothing was deleted.');
    const essays = await tx.readingListEntry.findMany({ where: { groupId: id }, select: { essayId: true } });
    const external = await tx.externalPerson.findMany({ where: { groupId: id }, select: { userId: true } });
    await tx.group.delete({ where: { id } });
    // Not deleted: PostgreSQL would look through every table that names people, for each of them.
    await tx.user.updateMany({
      where: { id: { in: external.map(({ userId }) => userId) } },
      data: { name: 'Former member', deletedAt: new Date() },
    });
    await tx.essay.deleteMany({
      where: { id: { in: essays.map(({ essayId }) => essayId) }, readingList: { none: {} } },
    });
    await tell(viewer, id, 'deleted');
  });
}

const tell = (viewer: Viewer, group: string, change: string) =>
  publish({ channel: groupChannel(group), kind: 'group', change, entity: group, actor: userIdOf(viewer) });
