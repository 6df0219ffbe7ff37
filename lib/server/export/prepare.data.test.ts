import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { POST } from '@/app/api/v1/groups/[group]/exports/route';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { createApiToken } from '@/lib/server/data/api-tokens';
import { db } from '@/lib/server/data/database';
import {
  exportChunk,
  exportOf,
  listExports,
  readyExport,
  removeExport,
  roomForExports,
} from '@/lib/server/data/export/prepared-exports';
import { removeMember } from '@/lib/server/data/members';
import { purge } from '@/lib/server/data/purge';
import { createRelease, withdrawRelease } from '@/lib/server/data/releases/releases';
import { runDue } from '@/lib/server/jobs/worker';
import { hashToken, secretToken } from '@/lib/server/secret-token';
import { exportingGroup, noRows, rowsOf } from './exporting-group.fixture';

process.env.RATE_LIMIT_FACTOR = '1000000';

let club: Awaited<ReturnType<typeof exportingGroup>>;
beforeEach(async () => {
  club = await exportingGroup();
});

describe('an export that is made in the background', () => {
  test.each(['jsonl', 'csv', 'brat', 'parquet'] as const)(
    'has the bytes of the stream, as %s',
    async (format) => {
      const { id, state } = await club.ask(club.bo, { format });
      expect(state).toBe('waiting');
      await runDue('export');
      const done = await exportOf(club.bo, club.group, id);
      const file = await club.streamed(format);
      const sha256 = createHash('sha256').update(file).digest('hex');
      expect(done).toMatchObject({ state: 'ready', bytes: file.length, sha256, problem: null });
      expect(done.progress).toEqual({ done: 1, total: 1 });
      const response = await club.take(club.bo, id);
      expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-length': String(file.length),
        'content-disposition': expect.stringContaining(`filename="g-${club.group}`),
        'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
        etag: `"${sha256}"`,
        'cache-control': 'private, no-store, no-transform',
      });
    },
  );

  test('is of a release, or of a part of it, as long as all of that comes', async () => {
    await createRelease(club.owner, club.group, { title: 'Frozen', note: '' });
    await runDue('freeze');
    await club.annotate(club.ann, 'lazy dog', { tags: ['claim'] });
    const choice = { release: '1', tags: 'crux,claim' };
    const made = await club.made(club.bo, choice);
    expect(made).toMatchObject({ state: 'ready', progress: { done: 1, total: 1 }, choice });
    const file = await club.take(club.bo, made.id);
    expect(file.headers.get('content-disposition')).toContain(`g-${club.group}-release-1-part`);
    expect(await file.text()).toContain('fox');
    await db().annotation.update({ where: { id: club.fox }, data: { commentMarkdown: 'Reworded' } });
    expect((await club.take(club.bo, made.id)).status).toBe(200);
    await db().annotation.update({ where: { id: club.fox }, data: { held: 'hidden' } });
    expect((await club.take(club.bo, made.id)).status).toBe(410);
    expect(await exportOf(club.bo, club.group, made.id)).toMatchObject({ problem: 'withdrawn' });
    await expect(club.ask(club.bo, { ...choice, essay: 'nowhere' })).rejects.toMatchObject({ status: 404 });
    const none = await club.made(club.bo, choice);
    expect(none.progress).toEqual({ done: 0, total: 0 });
    expect((await club.take(club.bo, none.id)).status).toBe(200);
    await withdrawRelease(club.owner, { group: club.group, release: '1' }, 'Wrong.');
    expect((await club.take(club.bo, none.id)).status).toBe(410);
  });

  test('of a release is not asked for where there is none', async () => {
    await expect(club.ask(club.bo, { release: '1' })).rejects.toMatchObject({ status: 404 });
    await createRelease(club.owner, club.group, { title: 'Slow', note: '' });
    await expect(club.ask(club.bo, { release: '1' })).rejects.toMatchObject({ code: 'not-frozen' });
  });

  test('comes by the range, also over the edge of two pieces, and not again to who has it', async () => {
    const commentMarkdown = 'x'.repeat(1_000_000);
    await db().annotation.update({ where: { id: club.fox }, data: { commentMarkdown } });
    const { id, bytes, sha256 } = await club.made();
    expect(bytes).toBeGreaterThan(1_000_100);
    expect((await rowsOf(id)).chunks).toBe(2);
    const file = await club.streamed('jsonl');
    const some = await club.take(club.bo, id, { range: 'bytes=999990-1000009' });
    expect([some.status, some.headers.get('content-range')]).toEqual([206, `bytes 999990-1000009/${bytes}`]);
    expect(Buffer.from(await some.arrayBuffer()).equals(file.subarray(999_990, 1_000_010))).toBe(true);
    expect((await club.take(club.bo, id, { range: `bytes=${bytes}-` })).status).toBe(416);
    const other = await club.take(club.bo, id, { range: 'bytes=0-1', 'if-range': '"another"' });
    expect(other.status).toBe(200);
    expect((await club.take(club.bo, id, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
  });

  test('is for whoever asked, as long as they may read the group', async () => {
    const { id } = await club.made();
    for (const by of [club.ann, club.owner]) {
      expect(await listExports(by, club.group)).toEqual([]);
      expect((await club.take(by, id)).status).toBe(404);
      await expect(removeExport(by, club.group, id)).rejects.toMatchObject({ status: 404 });
    }
    await removeMember(club.owner, club.group, club.bo.user.id);
    expect((await club.take(club.bo, id)).status).toBe(404);
    await expect(listExports(club.bo, club.group)).rejects.toMatchObject({ status: 404 });
  });

  test('says what was asked for, so that it can be asked for again', async () => {
    const { choice, format } = await club.made(club.bo, { tags: 'crux', named: 'true' });
    expect({ choice, format }).toEqual({ choice: { tags: 'crux', named: 'true' }, format: 'jsonl' });
    expect((await club.made(club.bo, { ...choice, format })).state).toBe('ready');
  });

  test('has no file before it is ready', async () => {
    const { id } = await club.ask();
    await expect(readyExport(club.bo, { group: club.group, id })).rejects.toMatchObject({ status: 409 });
  });

  test('is one of five that hold a file; then one has to go first', async () => {
    for (let n = 0; n < 5; n++) {
      await removeExport(club.bo, club.group, (await club.ask()).id);
      await club.made();
    }
    await expect(club.ask()).rejects.toMatchObject({ status: 409, code: 'many-exports' });
    const ready = (await listExports(club.bo, club.group)).find(({ state }) => state === 'ready');
    await removeExport(club.bo, club.group, ready!.id);
    await club.ask();
  });

  test('is the only one of theirs that waits, in whichever group', async () => {
    const other = await exportingGroup();
    const userId = club.bo.user.id;
    await db().membership.create({ data: { groupId: other.group, userId, role: 'member' } });
    const { id } = await club.ask();
    const refused = { status: 409, code: 'export-waiting' };
    await expect(club.ask()).rejects.toMatchObject(refused);
    await expect(other.ask(club.bo)).rejects.toMatchObject(refused);
    await club.ask(club.ann);
    await removeExport(club.bo, club.group, id);
    await other.ask(club.bo);
  });

  test('is refused while the site keeps as much as it may', async () => {
    const { id } = await club.made();
    await db().export.update({ where: { id }, data: { bytes: roomForExports } });
    await expect(club.ask(club.ann)).rejects.toMatchObject({ status: 503, code: 'exports-full' });
    await removeExport(club.bo, club.group, id);
    await club.ask(club.ann);
  });

  test('comes no further once it was dropped, or its owner may not read the group any more', async () => {
    const { id } = await club.made();
    const ready = await readyExport(club.bo, { group: club.group, id });
    expect((await exportChunk(club.bo, ready, 0)).length).toBeGreaterThan(0);
    await expect(exportChunk(club.ann, ready, 0)).rejects.toMatchObject({ status: 404 });
    await db().export.update({ where: { id }, data: { dropped: 'withdrawn' } });
    await expect(exportChunk(club.bo, ready, 0)).rejects.toMatchObject({ status: 404 });
    await db().export.update({ where: { id }, data: { dropped: null } });
    await removeMember(club.owner, club.group, club.bo.user.id);
    await expect(exportChunk(club.bo, ready, 0)).rejects.toMatchObject({ status: 404 });
  });

  test('says where it is, also to who asks twice with one key', async () => {
    const token = secretToken(24);
    const kept = { name: 'test', scope: 'write', days: null, tokenHash: hashToken(token) } as const;
    await createApiToken(club.bo, kept);
    const path = `/api/v1/groups/${club.group}/exports`;
    const ask = () =>
      POST(
        new Request(`http://127.0.0.1${path}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'idempotency-key': 'once',
            'content-type': 'application/json',
          },
          body: JSON.stringify({ format: 'jsonl' }),
        }),
        { params: Promise.resolve({ group: club.group }) },
      );
    const [first, second] = [await ask(), await ask()];
    const { id } = await first.json();
    expect([first.status, first.headers.get('location')]).toEqual([202, `${path}/${id}`]);
    expect([second.status, second.headers.get('location')]).toEqual([202, `${path}/${id}`]);
  });
});

test('an export goes a day after it was made, with its account or its group', async () => {
  const mine = await club.made();
  const hers = await club.made(club.ann);
  await purge();
  expect((await club.take(club.bo, mine.id)).status).toBe(200);
  await db().export.update({ where: { id: mine.id }, data: { endedAt: new Date(Date.now() - 86_400_001) } });
  expect((await club.take(club.bo, mine.id)).status).toBe(404);
  expect(await rowsOf(mine.id)).not.toEqual(noRows);
  await purge();
  expect(await rowsOf(mine.id)).toEqual(noRows);
  await deleteAccount(club.ann);
  expect(await rowsOf(hers.id)).toEqual(noRows);
  const third = await club.made();
  await db().group.delete({ where: { id: club.group } });
  expect(await rowsOf(third.id)).toEqual(noRows);
});
