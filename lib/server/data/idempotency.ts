import 'server-only';
import { conflict, invalid } from '@/lib/core/api/problem';
import { db, query, transaction } from './database';
import type { Viewer } from './viewer';

/** The lock falls with the transaction that holds it, so no row is ever waited for. */
const claimSql = `
  WITH turn AS MATERIALIZED (
    SELECT pg_try_advisory_xact_lock(hashtextextended($1::uuid || $2::text, 0)) AS free
  ), claimed AS (
    INSERT INTO idempotency_key (user_id, key, request_hash, status, response)
    SELECT $1::uuid, $2, $3, 0, '' FROM turn WHERE free ON CONFLICT DO NOTHING RETURNING key
  )
  SELECT free, EXISTS (SELECT 1 FROM claimed) AS claimed FROM turn`;

export interface Answer {
  status: number;
  body: string;
}

/**
 * Runs `effect` once per key and person: a repeat gets the first answer again. Key, effect and answer are written in
 * one transaction, so a crash leaves either all of them or none. Whoever loses a place or role in a group loses the answers
 * with it (a trigger on membership): the request then runs anew, and is refused where they may not be any more. Throws a 409 with `Retry-After` while the first still
 * runs, on whichever instance.
 */
export async function once(
  viewer: Viewer,
  { key, requestHash }: { key: string; requestHash: string },
  effect: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const userId = viewer.user?.id;
  if (!userId) return { ...(await effect()), replayed: false };
  if (key.length > 200)
    throw invalid('idempotency-key', 'The Idempotency-Key is longer than 200 characters.');
  return transaction(async () => {
    const [claim] = await query<{ free: boolean; claimed: boolean }>('idempotency-claim', claimSql, [
      userId,
      key,
      requestHash,
    ]);
    if (!claim?.free)
      throw conflict('in-flight', 'The first request with this Idempotency-Key is not done yet.', {
        retryAfter: 1,
      });
    if (!claim.claimed) return replay(userId, key, requestHash);
    const { status, body } = await effect();
    await db().idempotencyKey.update({
      where: { userId_key: { userId, key } },
      data: { status, response: body },
    });
    return { status, body, replayed: false };
  });
}

async function replay(userId: string, key: string, requestHash: string) {
  const first = await db().idempotencyKey.findUniqueOrThrow({ where: { userId_key: { userId, key } } });
  if (first.requestHash !== requestHash)
    throw invalid('idempotency-key', 'This Idempotency-Key was used for a different request.');
  return { status: first.status, body: first.response, replayed: true };
}
