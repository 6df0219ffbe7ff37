import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { embeddedDatabase, runningDatabaseUrl, temporaryDatabase } from './database.mjs';
import { running } from './postgres.mjs';
import { waitFor } from './processes.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-embedded-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  test('keeps its data, port and password when it is stopped and started', async () => {
    const first = await embeddedDatabase(folder);
    await ask(first.url, 'CREATE TABLE word AS SELECT 7 AS id');
    await first.stop();
    expect(runningDatabaseUrl(folder)).toBeNull();
    const second = await embeddedDatabase(folder);
    expect(second.url).toBe(first.url);
    expect(runningDatabaseUrl(folder)).toBe(first.url);
    expect(await ask(second.url, 'SELECT id FROM word')).toEqual([7]);
    await second.stop();
  });

  test('is taken over when the run that started it was killed', async () => {
    const left = await embeddedDatabase(folder);
    const pid = running(path.join(folder, 'pg'))?.pid;
    const taken = await embeddedDatabase(folder);
    expect(running(path.join(folder, 'pg'))?.pid).toBe(pid);
    expect(await ask(left.url, 'SELECT 1')).toEqual([1]);
    await taken.stop();
    expect(running(path.join(folder, 'pg'))).toBeNull();
  });

  test('comes back with every committed row when it was killed itself', async () => {
    const killed = await embeddedDatabase(folder);
    await ask(killed.url, 'CREATE TABLE word AS SELECT 7 AS id');
    process.kill(running(path.join(folder, 'pg'))?.pid ?? 0, 'SIGKILL');
    await waitFor(() => !running(path.join(folder, 'pg')), { within: 5_000 });
    const back = await embeddedDatabase(folder);
    expect(await ask(back.url, 'SELECT id FROM word')).toEqual([7]);
    await back.stop();
  });

  test('starts although its lock file names a process that is another program by now', async () => {
    await embeddedDatabase(folder).then(({ stop }) => stop());
    const lines = [process.pid, path.join(folder, 'pg'), 0, 5432, '', '127.0.0.1', '', 'ready'];
    writeFileSync(path.join(folder, 'pg', 'postmaster.pid'), lines.join('\n'), { mode: 0o600 });
    const database = await embeddedDatabase(folder);
    expect(await ask(database.url, 'SELECT 1')).toEqual([1]);
    await database.stop();
  });

  test('is used by a role that may not touch the server, and hides its password from others', async () => {
    const { url, stop } = await embeddedDatabase(folder);
    expect(await ask(url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([false]);
    expect(statSync(path.join(folder, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(folder, 'postgres.json'), 'utf8')).toContain(new URL(url).password);
    await stop();
  });

  test('two run side by side', async () => {
    const other = path.join(folder, 'other');
    mkdirSync(other);
    const [one, two] = await Promise.all([embeddedDatabase(folder), embeddedDatabase(other)]);
    expect(new URL(one.url).port).not.toBe(new URL(two.url).port);
    await Promise.all([one.stop(), two.stop()]);
  });
});

test('a temporary database is gone after it was stopped', async () => {
  const mine = () =>
    readdirSync(os.tmpdir()).filter((name) => name.startsWith(`cruxbook-pg-${process.pid}-`));
  const database = await temporaryDatabase();
  expect(await ask(database.url, 'SELECT 1')).toEqual([1]);
  expect(mine()).toHaveLength(1);
  await database.stop();
  expect(mine()).toEqual([]);
});

test('what a killed run left is removed by the next', async () => {
  const left = path.join(os.tmpdir(), 'cruxbook-pg-4194305-left'); // a number beyond any process
  mkdirSync(left, { recursive: true });
  const database = await temporaryDatabase();
  expect(existsSync(left)).toBe(false);
  await database.stop();
});
