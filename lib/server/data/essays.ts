import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { Input } from '@/lib/core/api/contracts';
import type { ListedEssay } from '@/lib/core/api/essays';
import { changedMeanwhile } from '@/lib/core/api/problem';
import { annotationShownTo, type Eyes, replyShownTo } from './audience';
import { db, query, transaction } from './database';
import { type EssayScope, essayFor } from './essay-scope';
import { essayChannel, groupChannel, publish } from './events';
import { type GroupScope, groupFor, lockedGroupFor } from './group-scope';
import { keepOut, keepWordsOut } from './releases/kept-out';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

interface Row extends Omit<ListedEssay, 'due' | 'added'> {
  due: Date | null;
  added: Date;
}

/**
 * Of annotation `a`, read mark `m` and thread read `t` of one person. As `isUnread` in lib/core/annotation/filter.ts has
 * it: somebody else wrote in the thread after that person last marked everything read, and after they last read the
 * thread. Nothing is unread before a first visit.
 */
export const threadIsUnread = (
  eyes: Eyes,
) => `a.active_at > greatest(m.read_at, t.read_at) AND m.read_at IS NOT NULL AND (
             a.author_id <> m.user_id AND coalesce(a.edited_at, a.created_at) > greatest(m.read_at, t.read_at)
             OR EXISTS (SELECT 1 FROM reply p WHERE p.annotation_id = a.id AND ${replyShownTo(eyes, 'p')}
               AND p.author_id <> m.user_id AND coalesce(p.edited_at, p.created_at) > greatest(m.read_at, t.read_at)))`;

const eyes = { viewer: '$2::uuid', moderates: '$3::boolean' };

/** $1 group, $2 viewer or null, $3 whether they moderate. An annotation counts when the viewer may see it. */
const listed = `
  SELECT e.id, r.group_id AS "group", r.slug, e.title, e.authors, e.source_url AS "sourceUrl", e.licence, e.language,
         e.version, v.number, v.words, r.position, r.due_at AS due, r.added_at AS added, c.annotations, c.unread
  FROM reading_list_entry r
  JOIN essay e ON e.id = r.essay_id
  CROSS JOIN LATERAL (
    SELECT number, words FROM essay_version WHERE essay_id = e.id ORDER BY number DESC LIMIT 1) v
  LEFT JOIN read_mark m ON m.user_id = $2::uuid AND m.group_id = r.group_id AND m.essay_id = r.essay_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS annotations,
           count(*) FILTER (WHERE ${threadIsUnread(eyes)})::int AS unread
    FROM annotation a LEFT JOIN thread_read t ON t.annotation_id = a.id AND t.user_id = $2::uuid
    WHERE a.group_id = r.group_id AND a.essay_id = r.essay_id AND ${annotationShownTo(eyes)}) c
  WHERE r.group_id = $1::uuid`;

const listedFor = (viewer: Viewer, group: GroupScope) => [
  group.id,
  viewer.user?.id ?? null,
  may('moderation.review', group),
];

const toListed = ({ due, added, ...rest }: Row): ListedEssay => ({
  ...rest,
  due: due?.toISOString() ?? null,
  added: added.toISOString(),
});

/** The essays of a group in order, with counts for the viewer. */
export async function readingList(viewer: Viewer, group: string): Promise<ListedEssay[]> {
  const scope = await groupFor(viewer, group, 'essay.read');
  const rows = await query<Row>('reading-list', `${listed} ORDER BY r.position, r.added_at, e.id`, [
    ...listedFor(viewer, scope),
  ]);
  return rows.map(toListed);
}

/** What they are called: where nobody asks how much is written in each, since counting that takes longer than all else. */
export async function essayTitles(
  viewer: Viewer,
  group: string,
): Promise<Pick<ListedEssay, 'id' | 'slug' | 'title'>[]> {
  const { id } = await groupFor(viewer, group, 'essay.read');
  return query(
    'essay-titles',
    `SELECT e.id, r.slug, e.title FROM reading_list_entry r JOIN essay e ON e.id = r.essay_id
     WHERE r.group_id = $1::uuid ORDER BY r.position, r.added_at, e.id`,
    [id],
  );
}

/** One of them. */
export async function listedEssay(viewer: Viewer, group: string, essay: string): Promise<ListedEssay> {
  const scope = await essayFor(viewer, { group, essay }, 'essay.read');
  const [row] = await query<Row>('listed-essay', `${listed} AND e.id = $4::uuid`, [
    ...listedFor(viewer, scope.group),
    scope.id,
  ]);
  return toListed(row!);
}

export type EssayChange = Input<'PATCH /groups/{group}/essays/{essay}'>['body'] & { ifMatch: number | null };

/** Changes description, due date or place on the list; the text never changes. */
export async function changeEssay(
  viewer: Viewer,
  { group, essay }: { group: string; essay: string },
  { ifMatch, due, position, ...description }: EssayChange,
): Promise<ListedEssay> {
  return transaction(async (tx) => {
    await lockedGroupFor(viewer, group, 'essay.edit');
    const scope = await essayFor(viewer, { group, essay }, 'essay.edit');
    const before = await listedEssay(viewer, scope.group.id, scope.id);
    if (ifMatch !== null && ifMatch !== before.version) throw changedMeanwhile(before);
    const given = Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined));
    await tx.essay.update({ where: { id: scope.id }, data: { ...given, version: { increment: 1 } } });
    const entry = { groupId: scope.group.id, essayId: scope.id };
    if (due !== undefined)
      await tx.readingListEntry.update({ where: { groupId_essayId: entry }, data: { dueAt: due } });
    if (position !== undefined) await move(scope, position);
    await tell(viewer, scope, 'edited');
    return listedEssay(viewer, scope.group.id, scope.id);
  });
}

/** Puts an essay at a place on its list and numbers all places anew. */
async function move({ group, id }: EssayScope, position: number): Promise<void> {
  const entries = await db().readingListEntry.findMany({
    where: { groupId: group.id, NOT: { essayId: id } },
    select: { essayId: true },
    orderBy: [{ position: 'asc' }, { addedAt: 'asc' }, { essayId: 'asc' }],
  });
  const order = entries.map(({ essayId }) => essayId);
  order.splice(position, 0, id);
  await db().$executeRaw`
    UPDATE reading_list_entry r SET position = o.place - 1
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o (essay, place)
    WHERE r.group_id = ${group.id}::uuid AND r.essay_id = o.essay`;
}

/** Takes an essay off a list with what the group wrote on it. On no list any more, it is deleted. */
export async function removeEssay(
  viewer: Viewer,
  { group, essay }: { group: string; essay: string },
): Promise<void> {
  await transaction(async (tx) => {
    await lockedGroupFor(viewer, group, 'essay.remove');
    const scope = await essayFor(viewer, { group, essay }, 'essay.remove');
    const entry = { groupId: scope.group.id, essayId: scope.id };
    await tx.readingListEntry.delete({ where: { groupId_essayId: entry } });
    await keepOut('essay', [scope.group.id, scope.id]);
    await keepWordsOut({ group: scope.group.id, essay: scope.id });
    await tx.annotation.deleteMany({ where: entry });
    await tx.readMark.deleteMany({ where: entry });
    await tx.essay.deleteMany({ where: { id: scope.id, readingList: { none: {} } } });
    // Should it come back, its annotations are others: what clients remember no longer counts.
    const actor = userIdOf(viewer);
    const channel = essayChannel(scope.group.id, scope.id);
    await publish({ channel, kind: 'resync', change: 'deleted', entity: scope.id, actor });
    await tell(viewer, scope, 'deleted');
  });
}

const tell = (viewer: Viewer, { group, id }: EssayScope, change: string) =>
  publish({ channel: groupChannel(group.id), kind: 'essay', change, entity: id, actor: userIdOf(viewer) });
