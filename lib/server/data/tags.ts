import 'server-only';
import { reservedKeys } from '@/lib/core/annotation/vocabulary';
import type { Input } from '@/lib/core/api/contracts';
import type { Tag } from '@/lib/core/api/groups';
import { conflict, invalid, notFound } from '@/lib/core/api/problem';
import { freeSlug, slugOf } from '@/lib/core/api/slug';
import { db, transaction } from './database';
import { groupChannel, publish } from './events';
import { groupFor, lockedGroupFor, unescapedSegment } from './group-scope';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

/** Words in use; more than this nobody can tell apart. */
const mostWords = 24;

interface Row {
  id: string;
  slug: string;
  name: string;
  definition: string;
  slot: number;
  line: string;
  glyph: string;
  shortcut: string | null;
  retiredAt: Date | null;
}

const shown = {
  id: true,
  slug: true,
  name: true,
  definition: true,
  slot: true,
  line: true,
  glyph: true,
  shortcut: true,
  retiredAt: true,
} as const;

const toTag = ({ id: _, line, retiredAt, ...rest }: Row): Tag => ({
  ...rest,
  line: line as Tag['line'],
  retired: retiredAt !== null,
});

/** The vocabulary in order, retired words included: old annotations still bear them. */
export async function listTags(viewer: Viewer, group: string): Promise<Tag[]> {
  const { id } = await groupFor(viewer, group, 'group.read');
  return (await rowsOf(id)).map(toTag);
}

const rowsOf = (groupId: string): Promise<Row[]> =>
  db().tag.findMany({ where: { groupId }, select: shown, orderBy: [{ position: 'asc' }, { id: 'asc' }] });

export type NewTag = Input<'POST /groups/{group}/tags'>['body'];

export async function addTag(viewer: Viewer, group: string, draft: NewTag): Promise<Tag> {
  return transaction(async (tx) => {
    const { id: groupId } = await lockedGroupFor(viewer, group, 'vocabulary.edit');
    const others = await rowsOf(groupId);
    refuseClashes(draft, others);
    if (others.filter((tag) => !tag.retiredAt).length >= mostWords)
      throw conflict('too-many-tags', `A vocabulary holds at most ${mostWords} words. Retire one first.`);
    const slug = freeSlug(slugOf(draft.name, 'tag'), new Set(others.map((tag) => tag.slug)));
    const row = await tx.tag.create({
      data: { ...draft, groupId, slug, position: others.length },
      select: shown,
    });
    await tell(viewer, groupId, { change: 'created', tag: row.id });
    return toTag(row);
  });
}

export type TagChange = Input<'PATCH /groups/{group}/tags/{tag}'>['body'];

/** Changes a word for all annotations that bear it. Its slug stays, so links and exports stay true. */
export async function changeTag(
  viewer: Viewer,
  { group, tag }: { group: string; tag: string },
  { retired, ...change }: TagChange,
): Promise<Tag> {
  return transaction(async (tx) => {
    const { id: groupId } = await lockedGroupFor(viewer, group, 'vocabulary.edit');
    const all = await rowsOf(groupId);
    const before = all.find((row) => row.slug === unescapedSegment(tag));
    if (!before) throw notFound();
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const after = { ...before, ...given };
    const stays = retired ?? before.retiredAt !== null;
    if (!stays)
      refuseClashes(
        after,
        all.filter((row) => row.id !== before.id),
      );
    await tx.$executeRaw`
      UPDATE tag SET retired_at = CASE WHEN ${stays} THEN coalesce(retired_at, now()) END
      WHERE id = ${before.id}::uuid`;
    const row = await tx.tag.update({ where: { id: before.id }, data: given, select: shown });
    await tell(viewer, groupId, { change: 'edited', tag: row.id });
    return toTag(row);
  });
}

/** Two words in use share neither name nor key. A retired word gives both back. */
function refuseClashes({ name, shortcut }: { name: string; shortcut: string | null }, others: Row[]): void {
  const inUse = others.filter((tag) => !tag.retiredAt);
  const folded = (text: string) => text.normalize('NFKC').toLowerCase();
  if (inUse.some((tag) => folded(tag.name) === folded(name)))
    throw conflict('name-taken', `The vocabulary has a word "${name}" already.`);
  if (shortcut === null) return;
  if (reservedKeys.has(shortcut))
    throw invalid('key-reserved', `The key "${shortcut}" moves through the text. Choose another.`);
  const holder = inUse.find((tag) => tag.shortcut === shortcut);
  if (holder)
    throw conflict('key-taken', `The key "${shortcut}" belongs to "${holder.name}". Choose another.`);
}

const tell = (viewer: Viewer, group: string, { change, tag }: { change: string; tag: string }) =>
  publish({ channel: groupChannel(group), kind: 'tag', change, entity: tag, actor: userIdOf(viewer) });
