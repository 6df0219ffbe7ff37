import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/v1/groups/[group]/essays/[essay]/events/route';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { createApiToken, revokeApiToken } from '@/lib/server/data/api-tokens';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db, query } from '@/lib/server/data/database';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import {
  beginSession,
  endSession,
  endSessionOf,
  viewerOfSession,
  viewerOfToken,
} from '@/lib/server/data/sessions';
import { setPassword } from '@/lib/server/data/users';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { hashToken, secretToken } from '@/lib/server/secret-token';
import { live } from './live';
import { follow, until } from './stream-reader.fixture';

let room: Awaited<ReturnType<typeof readingGroup>>;
let ann: SignedIn;

async function bySession(): Promise<Viewer & { hash: string }> {
  const hash = hashToken(secretToken());
  await beginSession(visitor, { tokenHash: hash, user: ann.user.id, userAgent: null });
  return { ...(await viewerOfSession(hash))!, hash };
}

async function byToken(): Promise<Viewer> {
  const tokenHash = hashToken(secretToken());
  await createApiToken(ann, { name: 'test', scope: 'read', days: 1, tokenHash });
  return (await viewerOfToken(tokenHash))!;
}

const watch = (viewer: Viewer) => follow(viewer, room.place);

beforeEach(async () => {
  room = await readingGroup('public');
  await room.join('Olga', 'owner');
  ann = await room.join('Ann', 'member');
});
afterEach(() => void vi.useRealTimers());

describe('a live stream ends', () => {
  /** Without any event in the group: the ending itself must reach the stream. */
  const endings: [string, () => Promise<Viewer>, (viewer: Viewer & { hash?: string }) => Promise<unknown>][] =
    [
      ['at sign-out', bySession, ({ hash }) => endSessionOf(visitor, hash!)],
      ['when its session is revoked', bySession, ({ session }) => endSession(ann, session!)],
      ['when the password changes elsewhere', bySession, () => setPassword(ann, 'hash')],
      ['when its token is revoked', byToken, ({ token }) => revokeApiToken(ann, token!)],
      ['when its account is deleted', bySession, () => deleteAccount(ann)],
      [
        'when somebody deletes the row by hand',
        bySession,
        ({ session }) => query('by-hand', 'DELETE FROM session WHERE id = $1::uuid', [session]),
      ],
    ];
  test.each(endings)('%s', async (_, signIn, end) => {
    const viewer = await signIn();
    const stream = await watch(viewer);
    const other = await watch(visitor);
    await end(viewer);
    await until(stream.isEnded);
    expect(other.isEnded()).toBe(false);
  });

  test('and others of the same person go on', async () => {
    const [one, two] = [await bySession(), await bySession()];
    const [ending, staying] = [await watch(one), await watch(two)];
    await endSession(two, one.session!);
    await until(ending.isEnded);
    await createAnnotation(ann, room.place, mark('fox'));
    await until(() => staying.frames.length === 1);
  });

  test('before the next event when its session has expired', async () => {
    const viewer = await bySession();
    const stream = await watch(viewer);
    const other = await watch(visitor);
    await db().session.update({ where: { id: viewer.session! }, data: { expires: new Date(0) } });
    await createAnnotation(ann, room.place, mark('fox'));
    await until(() => stream.isEnded() && other.frames.length === 1);
    expect(stream.frames).toEqual([]);
  });

  test('at the next heartbeat when its session has expired and nothing happens', async () => {
    await live().stop();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const viewer = await bySession();
    const [stream, other] = [await watch(viewer), await watch(visitor)];
    await db().session.update({ where: { id: viewer.session! }, data: { expires: new Date(0) } });
    vi.advanceTimersByTime(15_000);
    await until(stream.isEnded);
    expect(other.isEnded()).toBe(false);
  });
});

test('visitors have a limited number of streams at one address', async () => {
  const ask = async (address: string) => {
    const request = new Request('http://127.0.0.1:3000/', { headers: { 'x-forwarded-for': address } });
    const response = await GET(request, { params: Promise.resolve(room.place) });
    const { status, headers, body } = response;
    return { status, wait: headers.get('retry-after'), leave: () => body?.cancel() };
  };
  const streams = [];
  for (let n = 0; n < 20; n++) streams.push(await ask('192.0.2.7'));
  expect(streams.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(await ask('192.0.2.7')).toMatchObject({ status: 429, wait: '30' });
  const elsewhere = await ask('192.0.2.8');
  expect(elsewhere.status).toBe(200);
  for (const { leave } of [...streams, elsewhere]) await leave();
});
