import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { contractOf } from '@/lib/core/api/contracts';
import { config } from '@/lib/server/config';
import { sessionCookie } from '@/lib/server/session/session-cookie';
import type { Row } from './access-row.fixture';
import { rows } from './access-table.fixture';
import { accessWorld, type World } from './access-world.fixture';

process.env.RATE_LIMIT_FACTOR = '1000000';

let world: World;
beforeAll(async () => {
  world = await accessWorld('private');
}, 60_000);

/** Endpoints that take a body, each once. */
const writes = rows.filter((row, at) => row.body && rows.findIndex(({ key }) => key === row.key) === at);

async function send(
  row: Row,
  json: string,
  ids: Record<string, string> = {},
  query: Record<string, string> = {},
): Promise<number> {
  const [method = '', template = ''] = row.key.split(' ');
  const file = `app/api/v1${template.replace(/\{(\w+)\}/g, '[$1]')}/route.ts`;
  const handlers = (await import(path.resolve(file))) as Record<
    string,
    (...args: unknown[]) => Promise<Response>
  >;
  const request = new Request(`http://127.0.0.1:3000/api/v1${template}?${new URLSearchParams(query)}`, {
    method,
    headers: {
      ...(contractOf(row.key).session
        ? { cookie: `${sessionCookie()}=${world.sessions.owner?.token}`, origin: config().APP_URL }
        : { authorization: `Bearer ${world.tokens.owner}` }),
      'content-type': 'application/json',
      ...(contractOf(row.key).ifMatch ? { 'if-match': '*' } : {}),
    },
    ...(method !== 'GET' && { body: json }),
  });
  const usual = { ...world.ids, id: world.ids.annotation, kind: 'agree', number: '1', tag: 'claim' };
  const response = await handlers[method]?.(request, { params: Promise.resolve({ ...usual, ...ids }) });
  return response?.status ?? 0;
}

const fieldsOf = (row: Row): string[] =>
  Object.keys(
    (contractOf(row.key).body as z.ZodObject | undefined)?.shape ?? row.body?.(world, 'owner') ?? {},
  );

describe.each(writes.map((row) => [row.key, row] as const))('%s', (_, row) => {
  const body = () => row.body?.(world, 'owner') as Record<string, unknown>;

  test.each([
    ['an operator', { not: '' }],
    ['a list of operators', [{ contains: '' }]],
    ['a number out of every range', 1e300],
    ['a whole number that no column holds', 2 ** 40],
  ])('refuses %s in place of any value', async (_name, value) => {
    for (const field of fieldsOf(row))
      expect([field, await send(row, JSON.stringify({ ...body(), [field]: value }))]).toEqual([field, 422]);
  });

  test('refuses fields that are not the caller’s to set', async () => {
    const foreign = ['ownerId', 'groupId', 'authorId', 'createdAt', 'isAdmin', 'constructor', 'where'];
    for (const field of foreign)
      expect([field, await send(row, JSON.stringify({ ...body(), [field]: 'x' }))]).toEqual([field, 422]);
    const polluted = `{"__proto__":{"isAdmin":true},${JSON.stringify(body()).slice(1)}`;
    expect(await send(row, polluted)).toBe(422);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('refuses characters that cannot be stored, and JSON that is none', async () => {
    const sent = body();
    for (const bad of ['\\u0000', '\\ud800'])
      for (const [field, value] of Object.entries(sent)) {
        if (typeof value !== 'string') continue;
        const json = JSON.stringify(sent).replace(JSON.stringify(value), `"${value}${bad}"`);
        expect([field, await send(row, json)]).toEqual([field, 422]);
      }
    expect(await send(row, '{"name": NaN}')).toBe(400);
    expect(await send(row, '['.repeat(100) + ']'.repeat(100))).toBe(422);
  });
});

/** Of SecLists and PayloadsAllTheThings, one of a kind; and words where a date, a number or an address belongs. */
const phrases = [
  "' or 1=1--",
  "'; SELECT pg_sleep(5)--",
  "' UNION SELECT NULL,NULL,NULL--",
  "1'||(SELECT 0 FROM (SELECT pg_sleep(5)) x)||'",
  '$1::uuid',
  '%27%20OR%20%271%27=%271',
  '{"$gt":""}',
  '../../../etc/passwd',
  '\\u0000',
  '2026-13-45T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  'x'.repeat(100_000),
];

const takingWords = rows.filter(
  (row, at) =>
    (row.body || contractOf(row.key).query) &&
    row.key !== 'GET /groups/{group}/essays/{essay}/events' &&
    rows.findIndex(({ key }) => key === row.key) === at,
);

test.each(takingWords.map((row) => [row.key, row] as const))(
  '%s breaks at no phrase, wherever it stands, and answers soon',
  async (_, row) => {
    const { query } = contractOf(row.key) as unknown as { query?: z.ZodObject };
    for (const phrase of phrases) {
      const start = performance.now();
      for (const field of row.body ? fieldsOf(row) : []) {
        const body = { ...(row.body?.(world, 'owner') as object), [field]: phrase };
        expect([field, phrase, await send(row, JSON.stringify(body))]).not.toContain(500);
      }
      for (const field of Object.keys(query?.shape ?? {}))
        expect([field, phrase, await send(row, '', {}, { [field]: phrase })]).not.toContain(500);
      expect(performance.now() - start).toBeLessThan(3_000);
    }
    for (const field of Object.keys(query?.shape ?? {}))
      expect([field, await send(row, '', {}, { [field]: 'a\0b' })]).toEqual([field, 422]);
  },
);

const traps = [
  "' OR 1=1 --",
  '\'; DROP TABLE "group"; --',
  '%00',
  'a\0b',
  '\ud800',
  '../../etc/passwd',
  '[object Object]',
  'null',
  '-1',
  '9'.repeat(400),
  '00000000-0000-0000-0000-000000000000',
];
const addressed = rows.filter(
  (row, at) => row.key.includes('{') && rows.findIndex(({ key }) => key === row.key) === at,
);

test.each(addressed.map((row) => [row.key, row] as const))(
  '%s finds nothing by a name that is a trap',
  async (_, row) => {
    const names = [...row.key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
    for (const name of names)
      for (const trap of traps) {
        const body = JSON.stringify(row.body?.(world, 'owner') ?? {});
        const status = await send(row, body, { [name]: trap }, row.query?.(world));
        expect([name, trap, status]).toEqual([name, trap, 404]);
      }
  },
);
