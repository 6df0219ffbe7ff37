import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { temporaryDatabase } from '@/scripts/database.mjs';
import { migrate } from './migrations';
import { workerDatabase } from './worker-database';

/**
 * Vitest's global set-up of the project `data`: a PostgreSQL for this run with an empty, migrated database for each
 * worker, since tests count what there is. TEST_DATABASE_URL names another database beside which to make them; its role
 * must be allowed to, and they stay until the next run.
 */
export default async function provideDatabases({ config }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const database = given ? { url: given, stop: async () => {} } : await temporaryDatabase();
  try {
    for (let worker = 1; worker <= Number(config.maxWorkers); worker++)
      await provideDatabase(database.url, workerDatabase(database.url, worker));
  } catch (error) {
    await database.stop();
    throw error;
  }
  process.env.TEST_DATABASE_URL = database.url;
  return database.stop;
}

async function provideDatabase(beside: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: beside });
  await client.connect();
  const name = client.escapeIdentifier(new URL(url).pathname.slice(1));
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  await migrate(url);
}
