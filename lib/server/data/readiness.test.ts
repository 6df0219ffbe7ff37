import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { closeDatabase, query } from './database';
import { whyNotReady } from './readiness';

const name = '(SELECT max(migration_name) FROM _prisma_migrations)';
const setFinished = (value: string) =>
  query(
    `readiness ${value}`,
    `UPDATE _prisma_migrations SET finished_at = ${value} WHERE migration_name = ${name}`,
    [],
  );

afterEach(() => setFinished('now()'));
afterAll(closeDatabase);

test('an instance is ready when the database answers and all migrations are in', async () => {
  expect(await whyNotReady()).toBeNull();
});

test('it is not ready while a migration is missing, and says which', async () => {
  await setFinished('NULL');
  expect(await whyNotReady()).toMatch(/^Migrations are missing: \d+_\w+\.$/);
});

test('it does not wait for a database that stands still', async () => {
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  try {
    await other.query('BEGIN');
    await other.query('LOCK TABLE _prisma_migrations IN ACCESS EXCLUSIVE MODE');
    // Waiting for the end of the lock's own timeout would give another answer.
    expect(await whyNotReady()).toBe('The database does not answer.');
  } finally {
    await other.end();
  }
});
