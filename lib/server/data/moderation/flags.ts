import 'server-only';
import { v7 } from 'uuid';
import type { Input } from '@/lib/core/api/contracts';
import { conflict, invalid, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { appeal } from '@/lib/core/moderation/reasons';
import { type CardPlace, cardFor } from '@/lib/server/data/cards/card-scope';
import { listPositions } from '@/lib/server/data/cards/positions';
import { listRelations } from '@/lib/server/data/cards/relations';
import { query, transaction } from '@/lib/server/data/database';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import { notify } from '@/lib/server/data/inbox/notify';
import { replyIn } from '@/lib/server/data/replies';
import { threadFor } from '@/lib/server/data/thread';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { tellQueueMoved } from './queue-notification';
import { renewPages } from './set-standing';
import { type Subject, subjectsOf } from './subjects';

type Draft = Input<'POST /groups/{group}/flags'>['body'];

/**
 * Asks moderators to look at something, or of one's own to look at it again. One open flag of a person on a thing: the
 * second replaces reason and note of the first.
 */
export async function raiseFlag(viewer: Viewer, group: string, draft: Draft): Promise<{ id: string }> {
  const { kind, reason, note } = draft;
  return transaction(async () => {
    const scope = await groupFor(viewer, group, 'flag.raise');
    const subject = await flaggable(viewer, scope, draft);
    if (subject.author === userIdOf(viewer)) refuseWithoutDecision(subject, reason);
    else if (reason === appeal) throw invalid('reason', 'Only its author asks for another look.');
    const [row] = await query<{ id: string }>(
      'raise-flag',
      `INSERT INTO flag AS f (id, group_id, kind, subject_id, user_id, reason, note)
       VALUES ($1::uuid, $2::uuid, $3, $4::uuid, $5::uuid, $6, $7)
       ON CONFLICT (subject_id, user_id) WHERE settled_by_id IS NULL
       DO UPDATE SET reason = excluded.reason, note = excluded.note RETURNING f.id`,
      [v7(), scope.id, kind, subject.id, userIdOf(viewer), reason, note],
    );
    await notify({ kind: 'review', event: subject.id, group: scope.id });
    if (reason === appeal) await renewPages(scope.id, subject);
    return row!;
  });
}

/** What the viewer sees, or wrote. */
async function flaggable(viewer: Viewer, scope: GroupScope, { kind, id }: Draft): Promise<Subject> {
  const subject = (await subjectsOf(scope.id, [id])).get(id.toLowerCase());
  if (subject?.kind !== kind) throw notFound();
  if (subject.author === viewer.user?.id) return subject;
  if (subject.card !== null) await demandSeen(viewer, { group: scope.id, card: subject.card }, subject);
  if (subject.thread !== null) {
    const thread = await threadFor(viewer, subject.thread);
    if (kind === 'reply') await replyIn(viewer, thread, id);
  }
  return subject;
}

/** Answers of others are seen after one's own, and words only by those from whom they are not held. */
async function demandSeen(viewer: Viewer, place: CardPlace, { kind, id }: Subject): Promise<void> {
  await cardFor(viewer, place, 'card.read');
  if (kind === 'card') return;
  const seen =
    kind === 'position'
      ? ((await listPositions(viewer, place)).others ?? []).filter((one) => one.reason || one.wouldChangeMind)
      : (await listRelations(viewer, place)).filter(({ rationale }) => rationale !== '');
  if (!seen.some((one) => one.id === id)) throw notFound();
}

function refuseWithoutDecision({ standing }: Subject, reason: string): void {
  if (reason !== appeal) throw invalid('own', 'This is yours: reword or delete it.');
  if (standing === 'shown' || standing === 'pending')
    throw conflict('nothing-decided', 'Nobody hid or removed this.');
}

/** Takes one's flag back, as long as nobody answered it. */
export async function withdrawFlag(viewer: Viewer, group: string, id: string): Promise<void> {
  const scope = await groupFor(viewer, group, 'flag.raise');
  if (!isId(id)) throw notFound();
  await transaction(async (tx) => {
    const open = { id, groupId: scope.id, userId: userIdOf(viewer), settledBy: null };
    const flag = await tx.flag.findFirst({ where: open });
    if (!flag || (await tx.flag.deleteMany({ where: open })).count === 0) throw notFound();
    await tellQueueMoved(scope.id);
    const subject = (await subjectsOf(scope.id, [flag.subjectId])).get(flag.subjectId);
    if (subject && flag.reason === appeal) await renewPages(scope.id, subject);
  });
}
