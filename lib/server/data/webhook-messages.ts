import 'server-only';
import { everybody } from './audience';
import { query, transaction } from './database';
import { unsaid } from './events';
import { notify } from './inbox/notify';
import { stillSaid } from './still-said';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

/** A message that waits to be sent. */
export interface WebhookMessage {
  id: string;
  webhook: string;
  /** Of its secret: the present one, and for a day the one before. */
  generations: number[];
  url: string;
  type: string;
  timestamp: string;
  data: object;
  /** Seconds for which its address rests; null: it may be sent now. */
  rest: number | null;
}

/** SQL: a person has delivery `d` sent, a test or something again. */
const asked = "d.type = 'ping' OR d.attempts = 0 AND d.tried_at IS NOT NULL";

/**
 * The message as it may be sent now: of what the group no longer sees it says only that there was a change, as pages are
 * told. What a person has sent, a test or something again, goes out whether the webhook rests or is off.
 */
const waiting = `
  SELECT d.id, w.id AS webhook, CASE WHEN w.renewed_at > now() - interval '1 day' THEN ARRAY[w.generation, w.generation - 1]
      ELSE ARRAY[w.generation] END AS generations, w.url, ${wireTime('d.created_at')} AS timestamp,
    CASE WHEN is_said THEN d.type ELSE news.kind || '.${unsaid.change}' END AS type,
    CASE WHEN is_said THEN d.data ELSE d.data - '{reply,actor}'::text[] END AS data,
    CASE WHEN NOT is_asked AND w.rest_until > now() THEN extract(epoch FROM w.rest_until - now())::float8 END AS rest
  FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
  CROSS JOIN LATERAL (SELECT split_part(d.type, '.', 1) AS kind, split_part(d.type, '.', 2) AS change,
    (d.data ->> 'id')::uuid AS entity_id, (d.data ->> 'reply')::uuid AS reply_id,
    ${asked} AS is_asked) news
  LEFT JOIN annotation a ON news.kind = 'annotation' AND a.id = news.entity_id
    AND EXISTS (SELECT 1 FROM reading_list_entry l WHERE l.group_id = a.group_id AND l.essay_id = a.essay_id)
  LEFT JOIN card c ON news.kind = 'card' AND c.id = news.entity_id
  ${stillSaid(everybody)}
  WHERE d.id = $1::uuid AND d.state = 'waiting' AND (w.disabled_at IS NULL OR is_asked)`;

/** The message of a delivery that waits; null when it was sent, is gone, or its webhook is off. */
export async function waitingMessage(_viewer: Viewer, delivery: string): Promise<WebhookMessage | null> {
  const [found] = await query<WebhookMessage>('webhook-message', waiting, [delivery]);
  if (!found)
    await query(
      'webhook-message-off',
      `UPDATE webhook_delivery SET state = 'failed', problem = 'turned off' WHERE id = $1::uuid AND state = 'waiting'`,
      [delivery],
    );
  return found ?? null;
}

/** What came of an attempt: `code` of the answer, or why there was none. */
export interface Attempt {
  code: number | null;
  problem: string | null;
  /** It will not be tried again. */
  isLast: boolean;
}

export async function noteDelivered(
  _viewer: Viewer,
  { id, webhook }: WebhookMessage,
  code: number,
): Promise<void> {
  await query(
    'webhook-delivered',
    `WITH done AS (
       UPDATE webhook_delivery SET state = 'delivered', attempts = attempts + 1, code = $3::int, problem = NULL, tried_at = now()
       WHERE id = $1::uuid)
     UPDATE webhook SET failing_since = NULL, rest_until = NULL WHERE id = $2::uuid AND failing_since IS NOT NULL`,
    [id, webhook, code],
  );
}

/** Three days of nothing but failures, the last of them of one message three times: so not after days without any. */
const patience = "interval '3 days'";

/** One that fails rests for as long as it has been failing: 10, 20, 40 seconds … an hour. */
const rest = "least(greatest(now() - since, interval '10 seconds'), interval '1 hour')";

const failed = `
  WITH tried AS (
    UPDATE webhook_delivery SET attempts = attempts + 1, code = $3::int, problem = $4, tried_at = now(),
      state = CASE WHEN $5::boolean THEN 'failed' ELSE state END
    WHERE id = $1::uuid RETURNING attempts
  ), before AS (
    SELECT id, disabled_at IS NULL AS was_on, coalesce(failing_since, now()) AS since,
      CASE WHEN $3::int = 410 THEN 'gone'
        WHEN failing_since < now() - ${patience} AND (SELECT attempts FROM tried) >= 3 THEN 'failures' END AS ended
    FROM webhook WHERE id = $2::uuid FOR UPDATE
  )
  UPDATE webhook w SET failing_since = since, rest_until = now() + ${rest},
    disabled_at = CASE WHEN was_on AND ended IS NOT NULL THEN now() ELSE disabled_at END,
    disabled_by = CASE WHEN was_on THEN ended ELSE disabled_by END
  FROM before WHERE w.id = before.id
  RETURNING was_on AND ended IS NOT NULL AS "isTurnedOff"`;

/**
 * All that is due for one that rests is put off at once, so that nobody looks at each message at each rest. Of what is due, as
 * the index `job_due` has it, and not of all that waits: what was put off a moment ago is not due. Whoever comes here holds the
 * row of the webhook, so no two put off the same.
 */
const othersRest = `
  UPDATE job j SET run_at = w.rest_until FROM webhook w, webhook_delivery d
  WHERE w.id = $1::uuid AND w.disabled_at IS NULL AND d.webhook_id = w.id AND NOT (${asked})
    AND j.kind = 'webhook' AND j.failed_at IS NULL AND j.run_at <= now() AND (j.locked_until IS NULL OR j.locked_until <= now())
    AND d.id = (j.payload ->> 'delivery')::uuid`;

/**
 * Notes a failure, and lets the address rest, so that one which hangs takes no time from others. Turns the webhook off when
 * it has failed for too long, or says itself that it is gone (410), and has that told.
 */
export async function noteFailed(
  _viewer: Viewer,
  { id, webhook }: WebhookMessage,
  { code, problem, isLast }: Attempt,
): Promise<void> {
  await transaction(async () => {
    const values = [id, webhook, code, problem, isLast];
    const [row] = await query<{ isTurnedOff: boolean }>('webhook-failed', failed, values);
    await query('webhook-rests', othersRest, [webhook]);
    if (row?.isTurnedOff) await notify({ kind: 'webhook', event: webhook });
  });
}
