import 'server-only';
import type { LogEntry } from '@/lib/core/api/moderation';
import { conflict, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { decisionVerbs, type Standing } from '@/lib/core/moderation/standing';
import { db, query, transaction } from '@/lib/server/data/database';
import { lockedGroupFor } from '@/lib/server/data/group-scope';
import { notify } from '@/lib/server/data/inbox/notify';
import type { Viewer } from '@/lib/server/data/viewer';
import { enter, entryOf } from './log';
import { tellQueueMoved } from './queue-notification';
import { lockSubjects, setStandings } from './set-standing';
import { refuseOwnCase } from './standing-decision';
import { subjectsFor } from './subjects';

/** Takes a decision back, and opens the flags again that it settled; 409 when something followed it. */
export async function undoDecision(viewer: Viewer, group: string, entry: string): Promise<LogEntry> {
  return transaction(async () => {
    const scope = await lockedGroupFor(viewer, group, 'moderation.review');
    const row = isId(entry)
      ? await db().moderationEntry.findFirst({ where: { id: entry, groupId: scope.id } })
      : null;
    if (!row) throw notFound();
    if (!decisionVerbs.some((verb) => verb === row.verb))
      throw conflict('not-undoable', 'This cannot be taken back here.');
    await lockSubjects([row.subjectId]);
    const subject = (await subjectsFor(viewer, scope.id, [row.subjectId])).get(row.subjectId);
    if (!subject) throw notFound();
    const later = await db().moderationEntry.count({
      where: { subjectId: row.subjectId, id: { gt: row.id } },
    });
    if (later > 0 || subject.standing !== row.after)
      throw conflict('changed-since', 'Something happened to this since. Decide anew.');
    if (row.verb !== 'approve') await refuseOwnCase(viewer, scope, subject);
    const to = row.before as Standing;
    await setStandings(viewer, scope.id, [{ subject, to }]);
    const { kind, subjectId, authorId: author, version } = row;
    const id = await enter(viewer, scope.id, {
      verb: 'undo',
      kind,
      subject: subjectId,
      author,
      version,
      undoes: row.id,
      excerpt: row.excerpt,
      before: row.after,
      after: to,
    });
    await query(
      'reopen-flags',
      `UPDATE flag f SET settled_by_id = NULL WHERE f.settled_by_id = $1::uuid AND NOT EXISTS (
         SELECT 1 FROM flag o WHERE o.subject_id = f.subject_id AND o.user_id = f.user_id AND o.settled_by_id IS NULL)`,
      [row.id],
    );
    await tellQueueMoved(scope.id);
    // Who has not heard of the decision need not hear that it was taken back: their inbox does not show it any more.
    const heard = await db().notification.count({
      where: { eventId: row.id, userId: author, OR: [{ readAt: { not: null } }, { mailId: { not: null } }] },
    });
    if (heard > 0) await notify({ kind: 'moderation', event: id, group: scope.id, to: [author] });
    return entryOf(id);
  });
}
