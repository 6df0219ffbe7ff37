import 'server-only';
import { annotationShownTo, everybody, replyShownTo } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';

/** Round `o` and its marks. By their place, since that is what they are found by. */
const shownMarks = `annotation_round o
         JOIN annotation a ON a.group_id = o.group_id AND a.essay_id = o.essay_id AND a.round_id = o.id AND ${annotationShownTo(everybody)}`;

/**
 * Tells of each mark of a round, and of each reply to one, as if they were made now: at its end, once all of it that may be
 * seen can be. They are too many for pages that are open, which have to have been told to fetch afresh in the same
 * transaction (`resync`); webhooks hear of each.
 */
export async function tellOfMarks(round: string, channel: string): Promise<void> {
  await query(
    'tell-of-round-marks',
    `WITH shown AS (
       SELECT row_number() OVER (ORDER BY made, reply NULLS FIRST, entity) AS place, said.* FROM (
         SELECT 'created' AS change, a.id AS entity, NULL::uuid AS reply, a.author_id AS actor, a.created_at AS made
         FROM ${shownMarks} WHERE o.id = $1::uuid
         UNION ALL SELECT 'replied', a.id, r.id, r.author_id, r.created_at
         FROM ${shownMarks} JOIN reply r ON r.annotation_id = a.id AND ${replyShownTo(everybody)}
         WHERE o.id = $1::uuid) said
     ), next AS (
       UPDATE channel SET seq = seq + (SELECT count(*) FROM shown) WHERE id = $2 RETURNING seq
     )
     INSERT INTO event (channel_id, seq, kind, change, entity_id, reply_id, actor_id)
     SELECT $2, next.seq - (SELECT count(*) FROM shown) + place, 'annotation', change, entity, reply, actor FROM next, shown`,
    [round, channel],
  );
}
