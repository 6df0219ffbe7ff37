import { existsSync, readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { demandRoomOnDisk, newSpool } from './spool';

const folders = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith('cruxbook-export-'));

test('files come back whole, in the order in which they were begun, and take less room until then', async () => {
  const before = folders();
  const spool = newSpool();
  const long = 'crux '.repeat(50_000);
  for (const [file, words] of [
    ['one', long],
    ['two', 'b'],
    ['one', 'c'],
  ] as const)
    await spool.add(file, Buffer.from(words));
  const [folder = ''] = folders().filter((name) => !before.includes(name));
  const at = path.join(os.tmpdir(), folder);
  expect(statSync(path.join(at, '0')).size).toBeLessThan(long.length / 10);
  const files = spool.files();
  expect(files.map(({ file, size }) => [file, size])).toEqual([
    ['one', long.length + 1],
    ['two', 1],
  ]);
  expect(await Promise.all(files.map(({ open }) => text(open())))).toEqual([`${long}c`, 'b']);
  await spool.end();
  expect(existsSync(at)).toBe(false);
});

test('what waits on disk has a bound over all archives, which says so, and what ends gives its room back', async () => {
  const [one, two] = [newSpool(10), newSpool(10)];
  await one.add('file', Buffer.from('more than ten bytes'));
  await expect(two.add('file', Buffer.from('a'))).rejects.toMatchObject({ status: 503, code: 'no-room' });
  expect(() => demandRoomOnDisk(10)).toThrow('Try again later');
  await one.end();
  await two.add('file', Buffer.from('a'));
  await two.end();
  expect(() => demandRoomOnDisk(1)).not.toThrow();
});
