import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { newSpool } from './spool';

// Others make archives at the same time.
const own = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-spool-'));
process.env.TMPDIR = own;
afterAll(() => rmSync(own, { recursive: true }));

test('files come back whole, in the order in which they were begun, and take less room until then', async () => {
  const spool = newSpool();
  const long = 'crux '.repeat(50_000);
  for (const [file, words] of [
    ['one', long],
    ['two', 'b'],
    ['one', 'c'],
  ] as const)
    await spool.add(file, Buffer.from(words));
  const [folder = ''] = readdirSync(own);
  const at = path.join(own, folder);
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

test('an archive that would take more than its share is refused, and others go on', async () => {
  const [one, two] = [newSpool(60), newSpool(60)];
  await one.add('file', Buffer.from('a'));
  await two.add('file', Buffer.from('a'));
  await one.add('file', Buffer.from('b'));
  const refused = { status: 413, code: 'archive-too-large' };
  await expect(one.add('file', Buffer.from('c'))).rejects.toMatchObject(refused);
  await two.add('file', Buffer.from('b'));
  expect(await Promise.all([one, two].map((spool) => text(spool.files()[0]!.open())))).toEqual(['ab', 'ab']);
  await one.end();
  await two.end();
});

test('what somebody stopped reading is let go of with the rest', async () => {
  const spool = newSpool();
  await spool.add('file', randomBytes(1_000_000));
  const reading = spool.files()[0]!.open();
  await once(reading, 'readable');
  const ended = new Promise((resolve) => reading.on('close', resolve));
  await spool.end();
  await ended;
  expect(reading.readableEnded).toBe(false);
});
