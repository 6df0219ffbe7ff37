import 'server-only';
import { query } from '@/lib/server/data/database';
import { moderating } from './waiting';

/** Name that instances LISTEN on; the payload is the id of a group and that of somebody who moderates it. */
export const queueNotification = 'cruxbook_queue';

/**
 * Lets the moderators of a group know that their queue is no longer as it was, wherever they are. Each of them is told
 * alone: what is flagged or waits is nobody else's business, so no channel of the group can say it.
 */
export async function tellQueueMoved(group: string): Promise<void> {
  await query(
    'queue-moved',
    `SELECT pg_notify('${queueNotification}', concat(group_id, ' ', user_id))::text AS told FROM membership
     WHERE group_id = $1::uuid AND role IN (${moderating})`,
    [group],
  );
}
