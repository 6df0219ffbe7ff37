import 'server-only';
import { db } from '@/lib/server/data/database';
import { notify } from '@/lib/server/data/inbox/notify';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { enter } from './log';
import { subjectsOf } from './subjects';

interface Removed {
  kind: 'annotation' | 'reply';
  id: string;
  author: string;
  /** Where it stood. */
  held: 'pending' | 'hidden' | null;
}

/** Enters that a moderator deleted what somebody else wrote, however they did; call it when it is done. */
export async function enterRemoval(
  viewer: Viewer,
  { id: group }: { id: string },
  { kind, id, author, held }: Removed,
): Promise<void> {
  if (author === userIdOf(viewer)) return;
  const subject = (await subjectsOf(group, [id])).get(id);
  if (!subject) return;
  const { version, words } = subject;
  const entry = await enter(viewer, group, {
    verb: 'remove',
    kind,
    subject: id,
    author,
    version,
    excerpt: words,
    reason: 'other',
    before: held ?? 'shown',
    after: 'removed',
  });
  await notify({ kind: 'moderation', event: entry, group, to: [author] });
}

/** Enters that they brought it back. */
export async function undoRemoval(viewer: Viewer, id: string): Promise<void> {
  const row = await db().moderationEntry.findFirst({
    where: { subjectId: id },
    orderBy: { id: 'desc' },
  });
  if (row?.verb !== 'remove') return;
  const { kind, groupId, authorId: author, version, before, after, excerpt } = row;
  await enter(viewer, groupId, {
    verb: 'undo',
    kind,
    subject: id,
    author,
    version,
    excerpt,
    undoes: row.id,
    before: after,
    after: before,
  });
}
