import pg from 'pg';

export interface AskedQuery {
  /** That the statement was prepared under, or its first words. */
  name: string;
  text: string;
  values: unknown[];
}

type Ask = (query: { name?: string; text: string; values?: unknown[] }, ...rest: unknown[]) => unknown;

/** What a piece of work asks the database through pools of this process, in order. */
export async function askedQueries(work: () => Promise<unknown>): Promise<AskedQuery[]> {
  const asked: AskedQuery[] = [];
  const pool = pg.Pool.prototype as unknown as { query: Ask };
  const { query: ask } = pool;
  pool.query = function (this: unknown, query, ...rest) {
    const { name, text, values = [] } = query;
    asked.push({ name: name ?? text.slice(0, 40).replaceAll(/\s+/g, ' '), text, values });
    return ask.call(this, query, ...rest);
  };
  try {
    await work();
  } finally {
    pool.query = ask;
  }
  return asked;
}

interface Plan {
  'Total Cost': number;
}

/** What PostgreSQL expects a query to cost, in its own units: a page read in order is 1. */
export async function planCost(database: pg.Pool, { text, values }: AskedQuery): Promise<number> {
  const { rows } = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  return rows[0]!['QUERY PLAN'][0].Plan['Total Cost'];
}
