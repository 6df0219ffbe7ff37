import { describe, expect, test } from 'vitest';
import { GET as groupFeed } from '@/app/api/v1/groups/[group]/feed.atom/route';
import { GET as group } from '@/app/api/v1/groups/[group]/route';
import { GET as container } from '@/app/wa/[group]/route';
import { createApiToken, type NewApiToken } from '@/lib/server/data/api-tokens';
import { createAnnotation } from '@/lib/server/data/create-annotation';
import { db } from '@/lib/server/data/database';
import { mark, readingGroup } from '@/lib/server/data/reading-group.fixture';
import { statementsOf } from '@/lib/server/data/statements.fixture';
import type { Viewer } from '@/lib/server/data/viewer';
import { hashToken, secretToken } from '@/lib/server/secret-token';

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

const doors = { container, feed: groupFeed, api: group } as unknown as Record<string, Handler>;

let addresses = 0;
const address = () => `203.0.113.${++addresses}`;

async function club(visibility: 'public' | 'private' = 'public') {
  const room = await readingGroup(visibility);
  const ann = await room.join('Ann', 'member');
  const annotate = (rest = {}) => createAnnotation(ann, room.place, mark('fox', rest));
  const ask = (door: string, headers: Record<string, string> = {}, search = '') =>
    doors[door]!(new Request(`http://127.0.0.1/${search}`, { headers }), {
      params: Promise.resolve({ group: room.group } as never),
    });
  return { ...room, ann, annotate, ask };
}

async function tokenOf(viewer: Viewer, scope: NewApiToken['scope']) {
  const token = secretToken(24);
  await createApiToken(viewer, { name: 'test', scope, days: null, tokenHash: hashToken(token) });
  return token;
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('whoever comes again', () => {
  test.each([
    ['container', ['wa-contents', 'wa-page', 'wa-items']],
    ['feed', ['atom-group', 'atom-cards']],
  ])(
    'has the %s as it stands by its ETag, without anything being counted or sorted',
    async (door, costly) => {
      const { annotate, ask } = await club();
      await annotate();
      const etag = (await ask(door)).headers.get('etag') ?? '';
      const asked = await statementsOf(async () => {
        expect((await ask(door, { 'if-none-match': etag })).status).toBe(304);
      });
      expect(asked).toContain('layer-state');
      expect(asked.filter((name) => costly.includes(name))).toEqual([]);
    },
  );

  test('without an ETag has a container counted and a feed read once, until something changes', async () => {
    const { annotate, ask } = await club();
    await annotate();
    const both = async () => {
      for (const door of ['container', 'feed']) await (await ask(door)).text();
      await (await ask('container', {}, '?page=0')).text();
    };
    const costly = (names: string[]) =>
      names.filter((name) => ['wa-contents', 'atom-group', 'atom-cards'].includes(name)).sort();
    expect(costly(await statementsOf(both))).toEqual(['atom-cards', 'atom-group', 'wa-contents']);
    expect(costly(await statementsOf(both))).toEqual([]);
    await annotate();
    expect(costly(await statementsOf(both))).toEqual(['atom-cards', 'atom-group', 'wa-contents']);
  });

  test.each(['container', 'feed'])(
    'as a visitor has 120 looks a minute at a %s, with a token more',
    async (door) => {
      const { ann, ask } = await club();
      const from = { 'x-forwarded-for': address() };
      const token = await tokenOf(ann, 'read');
      for (let n = 0; n < 120; n++) expect((await ask(door, from)).status).toBe(200);
      const refused = await ask(door, from);
      expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
      expect((await ask(door, { ...from, ...bearer(token) })).status).toBe(200);
    },
  );
});

describe('a page of a container', () => {
  test('holds a hundred, the next what follows, and none is on two', async () => {
    const { annotate, ask, group, essay, ann } = await club();
    const { id } = await annotate();
    await db().$executeRaw`
      WITH copied AS (
        INSERT INTO annotation (id, group_id, essay_id, author_id, visibility, created_at)
        SELECT gen_random_uuid(), ${group}::uuid, ${essay}::uuid, ${ann.user.id}::uuid, 'group', created_at + (n / 3) * interval '1 ms'
        FROM annotation, generate_series(1, 229) n WHERE id = ${id}::uuid RETURNING id)
      INSERT INTO target (annotation_id, essay_version_id, selectors)
      SELECT copied.id, t.essay_version_id, t.selectors FROM copied, target t WHERE t.annotation_id = ${id}::uuid`;
    const page = async (number: number) => {
      const answer = await ask('container', {}, `?page=${number}&iris=1`);
      return answer.status === 200 ? ((await answer.json()) as { items: string[] }).items : answer.status;
    };
    const pages = [await page(0), await page(1), await page(2)] as string[][];
    expect(pages.map((items) => items.length)).toEqual([100, 100, 30]);
    expect(new Set(pages.flat()).size).toBe(230);
    expect(await page(3)).toBe(404);
  });
});

describe('a token that does not work', () => {
  test.each(['container', 'feed', 'api'])(
    'counts against its address at the door %s, until it is told to wait; one that works does not',
    async (door) => {
      const { ann, ask } = await club();
      const from = { 'x-forwarded-for': address() };
      const good = await tokenOf(ann, 'read');
      const wrong = async (headers = from) =>
        (await ask(door, { ...headers, ...bearer(secretToken(24)) })).status;
      for (let n = 0; n < 30; n++) expect(await wrong()).toBe(401);
      const refused = await ask(door, { ...from, ...bearer(secretToken(24)) });
      expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
      expect((await ask(door, { ...from, ...bearer(good) })).status).toBe(200);
      expect(await wrong({ 'x-forwarded-for': address() })).toBe(401);
    },
  );
});

describe('a token for feeds', () => {
  test.each(['public', 'private'] as const)(
    'opens the feeds of a %s group, and nothing else',
    async (visibility) => {
      const { ann, ask } = await club(visibility);
      const token = await tokenOf(ann, 'feed');
      const statusOf = async (door: string) => (await ask(door, bearer(token))).status;
      expect([await statusOf('feed'), await statusOf('api'), await statusOf('container')]).toEqual([
        200, 403, 403,
      ]);
      const basic = { authorization: `Basic ${btoa(`anybody:${token}`)}` };
      expect((await ask('feed', basic)).status).toBe(200);
    },
  );
});
