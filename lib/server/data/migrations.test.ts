import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, pendingMigrations } from './migrations';

const mainUrl = process.env.DATABASE_URL ?? '';
const prisma = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['node_modules/prisma/build/index.js', ...args], {
    env: { ...process.env, DATABASE_URL: mainUrl },
  });

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the migrations of this project', () => {
  test('lead to exactly what schema.prisma says', async () => {
    const args = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma'];
    // Exit code 2 means a difference, which execFile turns into an error that shows the missing SQL.
    await expect(prisma('migrate', 'diff', ...args, '--script', '--exit-code')).resolves.toBeDefined();
  }, 30_000);

  test('are entered so that the Prisma command line finds nothing to do', async () => {
    const { stdout } = await prisma('migrate', 'status');
    expect(stdout).toContain('Database schema is up to date');
  }, 30_000);
});

describe('migrate', () => {
  const url = new URL(mainUrl);
  url.pathname = '/migrations_test';
  let folder: string;

  async function addMigration(name: string, sql: string) {
    await mkdir(path.join(folder, name), { recursive: true });
    await writeFile(path.join(folder, name, 'migration.sql'), sql);
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cruxbook-migrations-'));
    await query(mainUrl, 'CREATE DATABASE migrations_test');
    await addMigration('2_second', 'ALTER TABLE word ADD COLUMN tone text;');
    await addMigration('1_first', 'CREATE TABLE word (id int); INSERT INTO word VALUES (1);');
  });

  afterEach(async () => {
    await query(mainUrl, 'DROP DATABASE migrations_test WITH (FORCE)');
    await rm(folder, { recursive: true });
  });

  test('applies in the order of names, and only once', async () => {
    expect(await migrate(url.href, folder)).toEqual({ applied: ['1_first', '2_second'], changed: [] });
    expect(await migrate(url.href, folder)).toEqual({ applied: [], changed: [] });
    expect(await query(url.href, 'SELECT * FROM word')).toEqual([{ id: 1, tone: null }]);
  });

  test('run three times at once applies each migration once', async () => {
    const reports = await Promise.all([1, 2, 3].map(() => migrate(url.href, folder)));
    expect(reports.flatMap((report) => report.applied)).toEqual(['1_first', '2_second']);
  });

  test('leaves nothing of a migration that fails, and goes on from there once it is mended', async () => {
    await addMigration('2_second', 'ALTER TABLE word ADD COLUMN tone text; SELECT 1/0;');
    await expect(migrate(url.href, folder)).rejects.toThrow(/2_second failed .*division by zero/);
    expect(await query(url.href, 'SELECT * FROM word')).toEqual([{ id: 1 }]);
    await addMigration('2_second', 'ALTER TABLE word ADD COLUMN tone text;');
    expect((await migrate(url.href, folder)).applied).toEqual(['2_second']);
  });

  test('refuses a database that is newer than the code', async () => {
    await migrate(url.href, folder);
    await rm(path.join(folder, '2_second'), { recursive: true });
    await expect(migrate(url.href, folder)).rejects.toThrow(/2_second, which this version .* does not know/);
  });

  test('refuses to go on from a migration that another tool left half done', async () => {
    await migrate(url.href, folder);
    await query(
      url.href,
      "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_second'",
    );
    await expect(migrate(url.href, folder)).rejects.toThrow(/2_second was begun by another tool/);
  });

  test('names migrations that were changed after they were applied', async () => {
    await migrate(url.href, folder);
    await addMigration('1_first', '-- another text');
    expect(await migrate(url.href, folder)).toEqual({ applied: [], changed: ['1_first'] });
  });

  test('pendingMigrations names what the database lacks', async () => {
    await migrate(url.href, folder);
    await addMigration('3_third', 'SELECT 1');
    expect(await pendingMigrations((sql) => query(url.href, sql), folder)).toEqual(['3_third']);
  });
});
