import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import { reasons } from '@/lib/core/inbox/reasons';
import { cardShownTo, everybody, replyShownTo } from '@/lib/server/data/audience';
import { shownAnnotation } from '@/lib/server/data/cards/card-rows';
import { query } from '@/lib/server/data/database';
import { hasHidden } from '@/lib/server/data/hidden-people';
import { tellQueueMoved } from '@/lib/server/data/moderation/queue-notification';
import { subjectsSql } from '@/lib/server/data/moderation/subjects';
import { isWaiting, moderating } from '@/lib/server/data/moderation/waiting';
import { wokenSql } from './inbox-notification';
import { mentions } from './mentions';
import type { News } from './notify';
import { tellAdjudicated } from './tell-adjudicated';
import { tellClaim } from './tell-claim';

/** People whom a comment mentions; $2 says whether others are told too. */
const mentioned = (of: string) => `
  SELECT DISTINCT (jsonb_path_query(${of}.comment, ${mentions}) #>> '{attrs,id}')::uuid AS user_id, 'mention' AS reason FROM ${of}`;

/** Those who follow one of these, pairs of kind and id. */
const followers = (of: string, ...subjects: [kind: string, id: string][]) => `
  SELECT s.user_id, s.kind FROM ${of} JOIN subscription s ON s.group_id = ${of}.group_id
    AND (s.kind, s.subject_id) IN (${subjects.map(([kind, id]) => `('${kind}', ${of}.${id})`).join(', ')}) WHERE NOT $2`;

const annotation = `
  thing AS (
    SELECT a.id, a.group_id, a.essay_id, a.id AS annotation_id, a.author_id AS actor_id, a.comment, NULL::text AS merge FROM annotation a
    JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
    WHERE a.id = $1::uuid AND ${shownAnnotation}
  ), concerned AS (
    ${mentioned('thing')}
    UNION ALL ${followers('thing', ['essay', 'essay_id'], ['person', 'actor_id'])}
    UNION ALL SELECT s.user_id, s.kind FROM thing JOIN annotation_tag x ON x.annotation_id = thing.id
      JOIN subscription s ON s.group_id = thing.group_id AND s.kind = 'tag' AND s.subject_id = x.tag_id WHERE NOT $2
  )`;

/** Whoever takes part follows: the authors of the annotation and of the reply that it answers, and others who replied. */
const reply = `
  thing AS (
    SELECT r.id, a.group_id, a.essay_id, a.id AS annotation_id, a.author_id, parent.author_id AS answered_id,
      r.author_id AS actor_id, r.comment, NULL::text AS merge
    FROM reply r JOIN annotation a ON a.id = r.annotation_id AND ${shownAnnotation}
    JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
    LEFT JOIN reply parent ON parent.id = r.parent_id
    WHERE r.id = $1::uuid AND ${replyShownTo(everybody)}
  ), concerned AS (
    ${mentioned('thing')}
    UNION ALL SELECT unnest(ARRAY[author_id, answered_id]), 'reply' FROM thing WHERE NOT $2
    UNION ALL SELECT p.author_id, 'thread' FROM thing
      JOIN reply p ON p.annotation_id = thing.annotation_id AND p.deleted_at IS NULL WHERE NOT $2
    UNION ALL ${followers('thing', ['thread', 'annotation_id'], ['essay', 'essay_id'], ['person', 'actor_id'])}
  )`;

/** Who follows a person hears of the cards that they propose, and of no other step. */
const card = `
  thing AS (
    SELECT e.id, c.group_id, c.id AS card_id, NULL::uuid AS annotation_id, c.created_by_id AS author_id, e.actor_id, e.after ->> 'merge' AS merge,
      CASE WHEN e.verb = 'propose' THEN e.actor_id END AS proposer_id
    FROM card_event e JOIN card c ON c.id = e.card_id
    WHERE e.id = $1::uuid AND ${cardShownTo(everybody)}
  ), concerned AS (
    SELECT author_id AS user_id, 'own' AS reason FROM thing WHERE NOT $2
    UNION ALL ${followers('thing', ['card', 'card_id'], ['person', 'proposer_id'])}
  )`;

/**
 * Everybody once, with the strongest reason ($3). The same event again tells those who were not told, and makes it
 * unread for those whom it has come to mention. Who stopped a thread hears of mentions only. Whoever has opened the thread since it happened ($4) has read it there.
 */
const rest = (kind: string) => `
  , told AS (
    INSERT INTO notification AS n (user_id, event_id, kind, group_id, reason, read_at)
    SELECT DISTINCT ON (c.user_id) c.user_id, thing.id, '${kind}', thing.group_id, c.reason, (
      SELECT now() FROM thread_read t WHERE t.user_id = c.user_id AND t.annotation_id = thing.annotation_id
        AND t.read_at >= to_timestamp($4::float8 / 1000))
    FROM concerned c CROSS JOIN thing
    JOIN membership m ON m.group_id = thing.group_id AND m.user_id = c.user_id
    JOIN "user" u ON u.id = c.user_id
    WHERE c.user_id <> thing.actor_id AND NOT ${hasHidden('u', 'thing.actor_id')} AND (thing.merge IS NULL OR NOT EXISTS (
      SELECT 1 FROM notification other JOIN card_event e ON e.id = other.event_id
      WHERE other.user_id = c.user_id AND other.kind = 'card' AND e.after ->> 'merge' = thing.merge))
      AND (c.reason = 'mention' OR NOT EXISTS (SELECT 1 FROM subscription s WHERE s.user_id = c.user_id
        AND s.group_id = thing.group_id AND s.kind = 'thread' AND s.subject_id = thing.annotation_id AND s.stopped))
    ORDER BY c.user_id, array_position($3::text[], c.reason)
    ON CONFLICT (user_id, event_id, kind) DO UPDATE SET reason = excluded.reason, read_at = excluded.read_at
      WHERE excluded.reason = 'mention' AND n.reason <> 'mention'
    RETURNING user_id
  )
  ${wokenSql}`;

const ofSomething: Record<'annotation' | 'reply' | 'card', string> = { annotation, reply, card };

const ofModeration = `
  WITH told AS (
    INSERT INTO notification (user_id, event_id, kind, group_id, reason)
    SELECT u, $1::uuid, 'moderation', $2::uuid, 'moderation' FROM unnest($3::uuid[]) u
    ON CONFLICT (user_id, event_id, kind) DO NOTHING RETURNING user_id
  )
  ${wokenSql}`;

/**
 * Moderators of a thing that waits for them, but for those who wrote or flagged it. They were told already, unless that
 * was before something was decided about it.
 */
const ofReview = `
  WITH thing AS (
    SELECT s.id, s.group_id, s.author FROM (${subjectsSql}) s WHERE s.id = $1::uuid AND s.group_id = $2::uuid AND ${isWaiting}
  ), told AS (
    INSERT INTO notification AS n (user_id, event_id, kind, group_id, reason)
    SELECT m.user_id, thing.id, 'review', thing.group_id, 'review' FROM thing
    JOIN membership m ON m.group_id = thing.group_id AND m.role IN (${moderating}) AND m.user_id <> thing.author
    WHERE NOT EXISTS (SELECT 1 FROM flag f WHERE f.subject_id = thing.id AND f.settled_by_id IS NULL AND f.user_id = m.user_id)
    ON CONFLICT (user_id, event_id, kind) DO UPDATE SET read_at = NULL, mail_id = NULL, created_at = now()
      WHERE EXISTS (SELECT 1 FROM moderation_entry e WHERE e.subject_id = n.event_id AND e.created_at > n.created_at)
    RETURNING user_id
  )
  ${wokenSql}`;

/** Members whom a round asked: those who may answer. */
const ofRound = `
  WITH told AS (
    INSERT INTO notification (user_id, event_id, kind, group_id, reason)
    SELECT m.user_id, r.id, 'round', r.group_id, 'round' FROM round r
    JOIN membership m ON m.group_id = r.group_id AND m.role = ANY($2::text[])
    WHERE r.id = $1::uuid AND r.closes_at <= now()
    ON CONFLICT (user_id, event_id, kind) DO NOTHING RETURNING user_id
  )
  ${wokenSql}`;

/**
 * Annotators of a round ($1): one entry each, which is renewed as the round goes on. $2 says how: whoever began it need not
 * be asked by themselves, and who is done not be reminded. Whoever began it hears of the reveal, unless it was their deed.
 */
const ofAnnotationRound = `
  WITH told AS (
    INSERT INTO notification AS n (user_id, event_id, kind, group_id, reason)
    SELECT p.user_id, r.id, 'annotation-round', r.group_id, $2 FROM annotation_round r
    JOIN LATERAL (
      SELECT user_id, done_at FROM round_annotator WHERE round_id = r.id
      UNION ALL SELECT r.created_by_id, NULL WHERE $2 = 'revealed' AND r.ended_by_id IS DISTINCT FROM r.created_by_id
        AND NOT EXISTS (SELECT 1 FROM round_annotator x WHERE x.round_id = r.id AND x.user_id = r.created_by_id)
    ) p ON true JOIN membership m ON m.group_id = r.group_id AND m.user_id = p.user_id
    WHERE r.id = $1::uuid AND r.state = CASE $2 WHEN 'revealed' THEN 'revealed' ELSE 'alone' END
      AND ($2 <> 'asked' OR p.user_id <> r.created_by_id) AND ($2 <> 'reminded' OR p.done_at IS NULL)
    ON CONFLICT (user_id, event_id, kind) DO UPDATE
      SET reason = excluded.reason, read_at = NULL, mail_id = NULL, created_at = now()
      WHERE n.reason <> excluded.reason OR excluded.reason = 'reminded'
    RETURNING user_id
  )
  ${wokenSql}`;

/** Whoever set the webhook up, as long as they may look after it; otherwise all who may ($2). */
const ofWebhook = `
  WITH told AS (
    INSERT INTO notification (user_id, event_id, kind, group_id, reason)
    SELECT m.user_id, w.id, 'webhook', w.group_id, 'webhook' FROM webhook w
    JOIN membership m ON m.group_id = w.group_id AND m.role = ANY($2::text[])
    WHERE w.id = $1::uuid AND (m.user_id = w.created_by_id OR NOT EXISTS (SELECT 1 FROM membership maker
      WHERE maker.group_id = w.group_id AND maker.user_id = w.created_by_id AND maker.role = ANY($2::text[])))
    ON CONFLICT (user_id, event_id, kind) DO UPDATE SET read_at = NULL, mail_id = NULL, created_at = now()
    RETURNING user_id
  )
  ${wokenSql}`;

/** Whoever asked for it: an export ends once. */
const ofExport = `
  WITH told AS (
    INSERT INTO notification (user_id, event_id, kind, group_id, reason)
    SELECT user_id, id, 'export', group_id, 'export' FROM export WHERE id = $1::uuid
    ON CONFLICT (user_id, event_id, kind) DO NOTHING RETURNING user_id
  )
  ${wokenSql}`;

/**
 * Tells of a thing whoever is to hear of it and may see it; `since`: when it happened, in milliseconds. Returns
 * those who had not been told before.
 */
export async function tell(news: News, since: number | null = null): Promise<string[]> {
  if (news.kind === 'adjudication') return tellAdjudicated(news);
  if (news.kind === 'claim') return tellClaim(news);
  if (news.kind === 'moderation') {
    const values = [news.event, news.group, news.to];
    return (await query<{ user: string }>('tell-moderation', ofModeration, values)).map(({ user }) => user);
  }
  if (news.kind === 'review') {
    const told = await query<{ user: string }>('tell-review', ofReview, [news.event, news.group]);
    await tellQueueMoved(news.group);
    return told.map(({ user }) => user);
  }
  if (news.kind === 'annotation-round') {
    const values = [news.event, news.reason];
    const told = await query<{ user: string }>('tell-annotation-round', ofAnnotationRound, values);
    return told.map(({ user }) => user);
  }
  if (news.kind === 'round') {
    const values = [news.event, rolesThatMay('position.take')];
    return (await query<{ user: string }>('tell-round', ofRound, values)).map(({ user }) => user);
  }
  if (news.kind === 'webhook') {
    const values = [news.event, rolesThatMay('webhook.manage')];
    return (await query<{ user: string }>('tell-webhook', ofWebhook, values)).map(({ user }) => user);
  }
  if (news.kind === 'export')
    return (await query<{ user: string }>('tell-export', ofExport, [news.event])).map(({ user }) => user);
  const mentionsOnly = 'mentionsOnly' in news && news.mentionsOnly === true;
  const sql = `WITH ${ofSomething[news.kind]}${rest(news.kind)}`;
  const rows = await query<{ user: string }>(`tell-${news.kind}`, sql, [
    news.event,
    mentionsOnly,
    [...reasons],
    since,
  ]);
  return rows.map(({ user }) => user);
}
