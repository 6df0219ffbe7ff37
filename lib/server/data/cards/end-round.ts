import 'server-only';
import { db, query } from '@/lib/server/data/database';
import { cardsChannel, publish } from '@/lib/server/data/events';
import { notify } from '@/lib/server/data/inbox/notify';
import { enqueue } from '@/lib/server/data/jobs';
import type { Viewer } from '@/lib/server/data/viewer';

const kind = 'close-round';

/** Plans what is told when a round closes; call it in the transaction that sets or moves the time. */
export async function planEnd({ id, closes }: { id: string; closes: Date }): Promise<void> {
  await cancelEnd(id);
  await enqueue({ kind, key: id, payload: { round: id }, at: closes });
}

/** A round that is taken away tells nothing. */
export async function cancelEnd(id: string): Promise<void> {
  await db().job.deleteMany({ where: { kind, key: id } });
}

/**
 * Tells that a round has closed: pages that are open show the answers, and those whom it asked hear of it, once. A round
 * is closed by its time alone, so nothing hangs on this but the telling.
 */
export async function endRound(_viewer: Viewer, round: string): Promise<void> {
  const [row] = await query<{ group: string }>(
    'ended-round',
    'SELECT group_id AS "group" FROM round WHERE id = $1::uuid AND closes_at <= now()',
    [round],
  );
  if (!row) return;
  const event = { kind: 'round', change: 'closed', entity: round, actor: null };
  await publish({ ...event, channel: cardsChannel(row.group) });
  await notify({ kind: 'round', event: round });
}
