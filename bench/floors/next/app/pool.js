import pg from 'pg';

const store = globalThis;

/** As many connections as the app has. */
export function pool() {
  store.floorPool ??= new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: Number(process.env.PG_POOL),
  });
  return store.floorPool;
}
