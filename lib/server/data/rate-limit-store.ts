import 'server-only';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { query } from './database';

/** What rate-limiter-flexible asks of a pool. */
const pool = {
  query: async ({ name, text, values }: { name: string; text: string; values: unknown[] }) => {
    const rows = await query<{ expire?: unknown }>(name, text, values);
    // Text from pg, a BigInt within a transaction.
    return { rows: rows.map((row) => ({ ...row, expire: Number(row.expire) })) };
  },
};

/**
 * A limit that all instances share. Where the database does not count a try, there is none: what is limited so needs
 * the database anyway, and a count beside it would begin anew whenever the database is slow.
 */
export function sharedLimiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  });
}
