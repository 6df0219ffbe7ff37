import 'server-only';
import { randomInt } from 'node:crypto';
import type { Problem } from '@/lib/core/api/problem';
import { query } from './database';

/** Milliseconds after which what a process that ended had begun is no hindrance any more. */
const patience = 60_000;

const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

/** Of limits that all instances share; `points` says whose it is. */
const take = `
  INSERT INTO rate_limit (key, points, expire) VALUES ($1, $2, ${now} + ${patience})
  ON CONFLICT (key) DO UPDATE SET points = EXCLUDED.points, expire = EXCLUDED.expire WHERE rate_limit.expire < ${now}
  RETURNING key`;
const keep = `UPDATE rate_limit SET expire = ${now} + ${patience} WHERE key = ANY($1) AND points = $2`;
const leave = 'DELETE FROM rate_limit WHERE key = ANY($1) AND points = $2';

/** What must not run twice at once, on all instances together, and what is said to who tries. */
export type Alone = Record<string, Problem>;

/** Throws the Problem of the first name under which something runs. No connection is held meanwhile: it may take minutes. */
export async function oneAtATime<T>(names: Alone, work: () => Promise<T>): Promise<T> {
  const holder = randomInt(2 ** 31);
  const held: string[] = [];
  const renewal = setInterval(() => query('keep-alone', keep, [held, holder]).catch(() => {}), patience / 3);
  try {
    for (const [name, problem] of Object.entries(names)) {
      const key = `alone:${name}`;
      const taken = await query('take-alone', take, [key, holder]);
      if (taken.length === 0) throw problem;
      held.push(key);
    }
    return await work();
  } finally {
    clearInterval(renewal);
    // Where the database does not answer, it is free after a while.
    await query('leave-alone', leave, [held, holder]).catch(() => {});
  }
}
