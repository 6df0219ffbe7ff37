import 'server-only';
import type { Standing } from '@/lib/core/moderation/standing';
import { everybody, replyShownTo } from '@/lib/server/data/audience';
import { db, query } from '@/lib/server/data/database';
import {
  cardsChannel,
  essayChannel,
  type NewEvent,
  publish,
  unsaid,
  unseen,
  userChannel,
} from '@/lib/server/data/events';
import { type News, notify } from '@/lib/server/data/inbox/notify';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import type { Subject } from './subjects';

/** A contribution and where it stands from now on. */
export interface Move {
  subject: Subject;
  to: Standing;
}

const set = (table: 'annotation' | 'reply') => `
  UPDATE ${table} SET held = CASE WHEN $2 IN ('pending', 'hidden') THEN $2 END,
    deleted_at = CASE WHEN $2 = 'removed' THEN now() END, deleted_by_id = CASE WHEN $2 = 'removed' THEN $3::uuid END
  WHERE id = $1::uuid`;

/** Of the words of an answer or an arrow the log says where they stand (`held-words.ts`). */
const statements = {
  annotation: set('annotation'),
  reply: set('reply'),
  // The last parameter is the moderator, of whom a card keeps nothing.
  card: `UPDATE card SET held = CASE WHEN $2 IN ('pending', 'hidden') THEN $2 END, changed_at = now()
    WHERE id = $1::uuid AND $3::uuid IS NOT NULL`,
};

/** Locks what is to be decided about, in one order everywhere; the group's row is held before. */
export async function lockSubjects(ids: readonly string[]): Promise<void> {
  await query(
    'lock-subjects',
    `SELECT 1 FROM annotation WHERE id IN (SELECT id FROM annotation WHERE id = ANY($1::uuid[])
       UNION SELECT annotation_id FROM reply WHERE id = ANY($1::uuid[])) ORDER BY id FOR UPDATE`,
    [ids],
  );
}

/** Moves contributions of one group, in the transaction of the decision, and lets everybody's page follow. */
export async function setStandings(viewer: Viewer, group: string, moves: readonly Move[]): Promise<void> {
  for (const { subject, to } of moves)
    if (subject.kind !== 'position' && subject.kind !== 'relation')
      await query(`standing-${subject.kind}`, statements[subject.kind], [subject.id, to, userIdOf(viewer)]);
  const shown = moves.filter(({ to }) => to === 'shown').flatMap(({ subject }) => subject.thread ?? []);
  await query('threads-active', 'UPDATE annotation SET active_at = now() WHERE id = ANY($1::uuid[])', [
    shown,
  ]);
  await publishAll(moves.flatMap((move) => eventsOf(group, move)));
  for (const { subject, to } of moves) if (isNews({ subject, to })) await notify(...(await newsOf(subject)));
}

/** Lets the pages of those who see a thing follow when something else about how it stands changed, such as an appeal. */
export const renewPages = (group: string, subject: Subject): Promise<void> =>
  publishAll(eventsOf(group, { subject, to: subject.standing }));

/** Always "essay:…" before "user:…", or two writers could wait for each other. */
async function publishAll(events: NewEvent[]): Promise<void> {
  for (const event of events.sort((a, b) => (a.channel < b.channel ? -1 : 1))) await publish(event);
}

/** What was never seen by others is news to them, of which people are told as if it were written now. */
const isNews = ({ subject, to }: Move) => subject.standing === 'pending' && to === 'shown';

async function newsOf({ kind, id }: Subject): Promise<News[]> {
  if (kind === 'reply') return [{ kind, event: id }];
  if (kind === 'annotation') {
    // Its author and moderators may have talked in it since others saw it; of that nobody was told either.
    const replies = await query<{ id: string }>(
      'replies-within',
      `SELECT r.id FROM reply r WHERE r.annotation_id = $1::uuid AND ${replyShownTo(everybody)} AND r.created_at >= coalesce(
         (SELECT max(e.created_at) FROM moderation_entry e WHERE e.subject_id = $1::uuid), r.created_at)
       ORDER BY r.created_at, r.id`,
      [id],
    );
    return [{ kind, event: id }, ...replies.map((reply) => ({ kind: 'reply' as const, event: reply.id }))];
  }
  if (kind !== 'card') return [];
  const proposal = await db().cardEvent.findFirstOrThrow({
    where: { cardId: id },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  return [{ kind, event: proposal.id }];
}

/** Of the rest others only hear how the thread is now. */
function eventsOf(group: string, { subject, to }: Move): NewEvent[] {
  const { kind, id, thread, essay, card, author, standing } = subject;
  const ofOthers = standing === 'shown' || to === 'shown' ? unsaid : unseen;
  if (card !== null) return [{ ...ofOthers, kind: 'card', entity: card, channel: cardsChannel(group) }];
  if (thread === null || essay === null) return [];
  const told = isNews({ subject, to })
    ? { change: kind === 'reply' ? 'replied' : 'created', actor: author }
    : ofOthers;
  const event = { kind: 'annotation', entity: thread, reply: kind === 'reply' ? id : undefined };
  return [
    { ...event, ...told, channel: essayChannel(group, essay) },
    { ...event, ...unsaid, channel: userChannel(author) },
  ];
}
