import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock, waitForLock } from './lock.mjs';
import { identity } from './processes.mjs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a lock that is taken names its holder, and can be taken again once released', () => {
  const lock = takeLock(file, 'http://here');
  expect(takeLock(file).holder).toMatchObject({ pid: process.pid, note: 'http://here' });
  lock.release?.();
  expect(takeLock(file).release).toBeTypeOf('function');
});

test('the lock of a process that has ended counts for nothing', () => {
  const script = `import { takeLock } from './scripts/lock.mjs'; takeLock(process.argv[1])`;
  spawnSync(process.execPath, ['--input-type=module', '-e', script, file]);
  expect(existsSync(file)).toBe(true);
  expect(takeLock(file).release).toBeTypeOf('function');
});

test('a process that got the number of a dead one is not taken for it', () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, process: `${process.pid} 1`, note: '' }));
  expect(takeLock(file).release).toBeTypeOf('function');
});

test('a release does not take away the lock of another', () => {
  const first = takeLock(file);
  writeFileSync(file, JSON.stringify({ pid: process.ppid, process: identity(process.ppid), note: 'other' }));
  first.release?.();
  expect(takeLock(file).holder).toMatchObject({ note: 'other' });
});

test('who waits is told once for whom, and gets the lock when it is free', async () => {
  const { release } = takeLock(file, 'building');
  const heard: string[] = [];
  setTimeout(() => release?.(), 450);
  const releaseMine = await waitForLock(file, (holder: { note: string }) => heard.push(holder.note));
  expect(heard).toEqual(['building']);
  releaseMine();
  expect(readdirSync(folder)).toEqual([]);
});
