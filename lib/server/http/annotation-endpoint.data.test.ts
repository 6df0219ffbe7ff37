import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET, POST } from '@/app/api/v1/groups/[group]/essays/[essay]/annotations/route';
import { AnnotationPage } from '@/lib/core/annotation/annotation';
import { config } from '@/lib/server/config';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { db } from '@/lib/server/data/database';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { beginSession, endSessionOf, viewerOfSession } from '@/lib/server/data/sessions';
import { visitor } from '@/lib/server/data/viewer';
import { hashToken, secretToken } from '@/lib/server/secret-token';

let room: Awaited<ReturnType<typeof readingGroup>>;
let ann: string;
let ben: string;

/** A bearer token for somebody. */
async function tokenOf(userId: string): Promise<string> {
  const token = `${userId.replaceAll('-', '')}`;
  await db().apiToken.create({
    data: { id: v7(), userId, name: 'test', tokenHash: hashToken(token), scope: 'write' },
  });
  return token;
}

beforeAll(async () => {
  room = await readingGroup();
  ann = await tokenOf((await room.join('Ann', 'member')).user.id);
  ben = await tokenOf((await room.join('Ben', 'member')).user.id);
});

const url = 'http://localhost/api/v1/annotations';
const context = () => ({ params: Promise.resolve(room.place) });
const post = (token: string, body: object, key?: string) => {
  const headers = new Headers({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  if (key) headers.set('idempotency-key', key);
  return POST(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }), context());
};
const get = (token: string, etag = '') =>
  GET(new Request(url, { headers: { authorization: `Bearer ${token}`, 'if-none-match': etag } }), context());
const withoutId = (exact: string) => {
  const { id: _, ...draft } = mark(exact, { tags: ['crux'], comment: { markdown: 'hm' } });
  return draft;
};

describe('an Idempotency-Key', () => {
  test('sent fifty times at once has one effect, and fifty times one answer or "try again"', async () => {
    const before = await db().annotation.count({ where: { groupId: room.group } });
    const key = v7();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(ann, withoutId('fox'), key)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.every((status) => status === 201 || status === 409 || status === 503)).toBe(true);
    const bodies = await Promise.all(answers.filter(({ status }) => status === 201).map((one) => one.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(await db().annotation.count({ where: { groupId: room.group } })).toBe(before + 1);
    const again = await post(ann, withoutId('fox'), key);
    expect([again.status, await again.text(), again.headers.get('idempotency-replayed')]).toEqual([
      201,
      bodies[0],
      'true',
    ]);
  }, 20_000);

  test('is each person’s own, and refused for another request', async () => {
    const key = v7();
    const first = await (await post(ann, withoutId('fox'), key)).json();
    const other = await (await post(ben, withoutId('fox'), key)).json();
    expect(other.id).not.toBe(first.id);
    expect((await post(ann, withoutId('dog, the'), key)).status).toBeGreaterThanOrEqual(409);
  });

  test('of a request that was refused is free again', async () => {
    const key = v7();
    const wrong = { ...withoutId('fox'), tags: ['nonsense'] };
    expect((await post(ann, wrong, key)).status).toBe(422);
    expect((await post(ann, withoutId('fox'), key)).status).toBe(201);
  });
});

describe('a session that the server remembers', () => {
  let cat: SignedIn;
  let token: string;
  const count = () => db().annotation.count({ where: { authorId: cat.user.id } });
  const send = (body: object) => {
    const headers = { cookie: `session=${token}`, 'content-type': 'application/json' };
    const origin = new URL(config().APP_URL).origin;
    const init = { method: 'POST', headers: { ...headers, origin }, body: JSON.stringify(body) };
    return POST(new Request(url, init), context());
  };

  beforeEach(async () => {
    cat = await room.join('Cat', 'member');
    token = secretToken();
    await beginSession(visitor, { tokenHash: hashToken(token), user: cat.user.id, userAgent: null });
    await viewerOfSession(hashToken(token));
  });

  test('annotates with the name of today', async () => {
    await db().user.update({ where: { id: cat.user.id }, data: { name: 'Kate' } });
    const response = await send(withoutId('fox'));
    expect([response.status, (await response.json()).creator.name]).toEqual([201, 'Kate']);
  });

  test.each<[string, number, () => Promise<unknown>]>([
    ['signed out', 401, () => endSessionOf(visitor, hashToken(token))],
    ['is over', 401, () => sessionSays({ expires: new Date(0) })],
    ['was not used for 14 days', 401, () => sessionSays({ lastSeenAt: new Date(0) })],
    ['lost its account', 401, () => deleteAccount(cat)],
    ['belongs to somebody who left the group', 404, () => roleBecomes(null)],
    ['belongs to somebody who now only reads', 403, () => roleBecomes('reader')],
  ])('does nothing at its next request when it %s', async (_, status, end) => {
    expect((await send(withoutId('fox'))).status).toBe(201);
    await end();
    expect((await send(withoutId('fox'))).status).toBe(status);
    expect((await send({ ...withoutId('fox'), id: v7() })).status).toBe(status);
    expect(await count()).toBe(1);
  });

  const sessionSays = (data: { expires: Date } | { lastSeenAt: Date }) =>
    db().session.update({ where: { sessionToken: hashToken(token) }, data });
  const roleBecomes = (role: string | null) => {
    const where = { groupId: room.group, userId: cat.user.id };
    return role === null
      ? db().membership.deleteMany({ where })
      : db().membership.updateMany({ where, data: { role } });
  };

  test('gets the same answers as any other', async () => {
    const draft = { ...withoutId('fox'), id: v7() };
    const first = await send(draft);
    const again = await send(draft);
    expect([again.status, await again.json()]).toEqual([first.status, await first.json()]);
    expect((await send({ ...draft, id: v7(), tags: ['nonsense'] })).status).toBe(422);
    expect((await send({ ...draft, comment: { markdown: 'other' } })).status).toBe(409);
    const quote = { type: 'TextQuoteSelector', exact: 'no such words' };
    const wrong = { ...draft, target: { version: 1, selector: [quote] } };
    expect((await send(wrong)).status).toBe(422);
    await roleBecomes(null);
    expect((await send(wrong)).status).toBe(404);
  });
});

describe('the list', () => {
  test('follows the contract, and is not sent again while nothing changed', async () => {
    const first = await get(ann);
    const page = AnnotationPage.parse(await first.json());
    expect(page.items.length).toBeGreaterThan(0);
    const etag = first.headers.get('etag')!;
    expect((await get(ann, etag)).status).toBe(304);
    await post(ben, withoutId('lazy'));
    expect((await get(ann, etag)).status).toBe(200);
  });
});

test.each([
  ['a position before the beginning', { type: 'TextPositionSelector', start: -1, end: 4 }],
  ['a selector that is none', { type: 'FragmentSelector', value: '#x' }],
  ['unknown members', { type: 'TextPositionSelector', start: 0, end: 4, extra: true }],
])('%s is refused', async (_name, selector) => {
  const answer = await post(ann, { target: { version: 1, selector: [selector] } });
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
});

test.each([
  ['a program that forgot its token is asked for it', {}, 401],
  [
    'with a cookie, a request that does not say where it comes from is refused',
    { cookie: 'session=any' },
    403,
  ],
])('%s', async (_name, headers, status) => {
  const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{}' };
  expect((await POST(new Request(url, init), context())).status).toBe(status);
});
