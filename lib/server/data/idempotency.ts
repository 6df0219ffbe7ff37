import 'server-only';
import { invalid } from '@/lib/core/api/problem';
import { db, query, transaction } from './database';
import type { Viewer } from './viewer';

export interface Answer {
  status: number;
  body: string;
}

/**
 * Runs `effect` once per key and person: a repeat gets the first answer again. Key, effect and answer are written in
 * one transaction, so a crash leaves either all of them or none. A repeat while the first still runs waits for it at
 * the unique key, up to the lock timeout.
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
    const claimed = await query<{ key: string }>(
      'idempotency-claim',
      `INSERT INTO idempotency_key (user_id, key, request_hash, status, response)
       VALUES ($1::uuid, $2, $3, 0, '') ON CONFLICT DO NOTHING RETURNING key`,
      [userId, key, requestHash],
    );
    if (claimed.length === 0) return replay(userId, key, requestHash);
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
