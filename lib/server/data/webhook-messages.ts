import 'server-only';
import { query } from './database';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

/** A message that waits to be sent. */
export interface WebhookMessage {
  id: string;
  webhook: string;
  url: string;
  type: string;
  timestamp: string;
  data: object;
}

/**
 * The message of a delivery that waits; null when it was sent, is gone, or its webhook is off. What a person has sent, a test
 * or something again, goes out all the same.
 */
export async function waitingMessage(_viewer: Viewer, delivery: string): Promise<WebhookMessage | null> {
  const [found] = await query<WebhookMessage>(
    'webhook-message',
    `SELECT d.id, w.id AS webhook, w.url, d.type, ${wireTime('d.created_at')} AS timestamp, d.data
     FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
     WHERE d.id = $1::uuid AND d.state = 'waiting' AND (w.disabled_at IS NULL OR d.type = 'ping'
       OR d.attempts = 0 AND d.tried_at IS NOT NULL)`,
    [delivery],
  );
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
  /** Seconds until then: others for the same address wait as long. */
  wait: number;
}

/** Three days of nothing but failures, and a webhook is turned off. */
const patience = "interval '3 days'";

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
     UPDATE webhook SET failing_since = NULL WHERE id = $2::uuid AND failing_since IS NOT NULL`,
    [id, webhook, code],
  );
}

/**
 * Notes a failure, and lets everything else for the address wait, so that one which hangs takes no time from others. Turns
 * the webhook off when it has failed for too long, or says itself that it is gone (410).
 */
export async function noteFailed(
  _viewer: Viewer,
  { id, webhook }: WebhookMessage,
  attempt: Attempt,
): Promise<void> {
  const { code, problem, isLast, wait } = attempt;
  await query(
    'webhook-failed',
    `WITH tried AS (
       UPDATE webhook_delivery SET attempts = attempts + 1, code = $3::int, problem = $4, tried_at = now(),
         state = CASE WHEN $5::boolean THEN 'failed' ELSE state END
       WHERE id = $1::uuid
     ), resting AS (
       UPDATE job SET run_at = greatest(run_at, now() + make_interval(secs => $6::float8))
       WHERE kind = 'webhook' AND payload ->> 'webhook' = $2::text AND payload ->> 'delivery' <> $1::text
         AND failed_at IS NULL AND (locked_until IS NULL OR locked_until <= now())
     )
     UPDATE webhook SET failing_since = coalesce(failing_since, now()),
       disabled_at = CASE WHEN $3::int = 410 OR failing_since < now() - ${patience} THEN coalesce(disabled_at, now()) ELSE disabled_at END,
       disabled_by = CASE WHEN disabled_by IS NOT NULL THEN disabled_by WHEN $3::int = 410 THEN 'gone'
         WHEN failing_since < now() - ${patience} THEN 'failures' END
     WHERE id = $2::uuid`,
    [id, webhook, code, problem, isLast, wait],
  );
}
