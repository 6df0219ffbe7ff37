import 'server-only';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { query } from './database';

/** What rate-limiter-flexible asks of a pool. */
const pool = {
  query: async ({ name, text, values }: { name: string; text: string; values: unknown[] }) => ({
    rows: await query(name, text, values),
  }),
};

/** A limit that all instances share. While the database is away each counts for itself. */
export function sharedLimiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
    insuranceLimiter: new RateLimiterMemory({ points, duration }),
  });
}
