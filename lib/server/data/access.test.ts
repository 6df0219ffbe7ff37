import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { contractOf, contracts, type EndpointKey } from '@/lib/core/api/contracts';
import { notFound } from '@/lib/core/api/problem';
import { config } from '@/lib/server/config';
import { sessionCookie } from '@/lib/server/session/session-cookie';
import type { Row } from './access-row.fixture';
import { rows } from './access-table.fixture';
import { accessWorld, type Caller, callers, type World, wordsOf } from './access-world.fixture';
import { transaction } from './database';
import { loadHandlers } from './route-handlers.fixture';

process.env.RATE_LIMIT_FACTOR = '1000000';

let handlers: Awaited<ReturnType<typeof loadHandlers>>;
const worlds = {} as Record<'public' | 'private', World>;

beforeAll(async () => {
  handlers = await loadHandlers();
  worlds.public = await accessWorld('public');
  worlds.private = await accessWorld('private');
}, 60_000);

class Undo extends Error {}

interface Answer {
  status: number;
  body: string;
}

/** Calls an endpoint as it would be called from outside, and takes back whatever it did. */
async function call(row: Row, world: World, caller: Caller): Promise<Answer> {
  const [method = '', template = ''] = row.key.split(' ');
  const usual = { ...world.ids, id: world.ids.annotation, kind: 'agree', number: '1', tag: 'claim' };
  const ids = { ...usual, ...row.ids?.(world, caller) } as Record<string, string>;
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const leaving = new AbortController();
  const query = new URLSearchParams(row.query?.(world));
  const request = new Request(`http://127.0.0.1:3000/api/v1${template}?${query}`, {
    method,
    signal: leaving.signal,
    headers: {
      ...credentials(row, world, caller),
      ...(contractOf(row.key).ifMatch ? { 'if-match': '*' } : {}),
      'content-type': 'application/json',
    },
    ...(row.body && { body: JSON.stringify(row.body(world, caller)) }),
  });
  const params = Promise.resolve(Object.fromEntries(names.map((name) => [name, ids[name] ?? ''])));
  const answer = async (): Promise<Answer> => {
    const response = (await handlers.get(row.key)?.(request, { params })) ?? Response.error();
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    const body = isStream ? '' : await response.text();
    leaving.abort();
    return { status: response.status, body };
  };
  if (method === 'GET') return answer();
  let outcome: Answer | undefined;
  await transaction(async () => {
    outcome = await answer();
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return outcome as Answer;
}

function credentials({ bySession }: Row, world: World, caller: Caller): Record<string, string> {
  const origin = config().APP_URL;
  const token = world.tokens[caller];
  if (token === null) return { origin };
  if (bySession && caller !== 'readToken')
    return { origin, cookie: `${sessionCookie()}=${world.sessions[caller]?.token}` };
  return { authorization: `Bearer ${token}` };
}

const ownConsents: EndpointKey = 'GET /me/export-consents';
const isInside = (caller: Caller) => ['reader', 'member', 'moderator', 'owner', 'readToken'].includes(caller);

/** What the table promises a caller. */
function promised(
  { key, who, status, hidden, signedIn, except = {} }: Row,
  { visibility }: World,
  caller: Caller,
): number {
  const isRead = key.startsWith('GET');
  const as = caller === 'readToken' ? 'owner' : caller;
  if (except[caller] !== undefined) return except[caller];
  if (who === 'anyone') return status;
  const isOpen = visibility === 'public' && who === 'readers';
  if (caller === 'visitor') {
    if (signedIn) return 401;
    if (isOpen) return status;
    const isPublic = who === 'readers' || (hidden && isRead);
    // Feed readers bring a token only when they are asked for one.
    return isRead && isPublic && !contractOf(key).feed ? 404 : 401;
  }
  if (who === 'nobody' || (caller === 'readToken' && !isRead)) return 403;
  if (who === 'administrator') return caller === who ? status : 403;
  if (who === 'account' || isOpen) return status;
  if (hidden && !who.includes(as as never)) return 404;
  if (!isInside(caller)) return visibility === 'private' ? 404 : 403;
  return who === 'readers' || who.includes(as) ? status : 403;
}

describe.each(['private', 'public'] as const)('in a %s group', (visibility) => {
  test.each(rows.map((row) => [[row.key, row.about].filter(Boolean).join(' '), row] as const))(
    '%s',
    async (_, row) => {
      const world = worlds[visibility];
      const answers: Partial<Record<Caller, number>> = {};
      for (const caller of callers) {
        const { status, body } = await call(row, world, caller);
        answers[caller] = status;
        const { output, contentType } = contractOf(row.key);
        if (status === row.status && status < 300 && output && !contentType) output.parse(JSON.parse(body));
        // The same words for what is hidden and for what never was.
        if (status === 404 && row.who !== 'anyone') expect(JSON.parse(body)).toEqual(notFound().toJSON());
        // Only who holds an invitation, or wrote in it once, hears of a private group from outside.
        const hears = row.key.includes('{token}') || (caller === 'exMember' && row.key === ownConsents);
        if (!isInside(caller) && !hears) expect(body).not.toContain(wordsOf('private'));
      }
      const expected = Object.fromEntries(callers.map((caller) => [caller, promised(row, world, caller)]));
      expect(answers).toEqual(expected);
    },
  );
});

describe('the table is whole', () => {
  const keys = Object.keys(contracts).sort() as EndpointKey[];

  test('every exported method of every route file is a contract, and every contract has its route', () => {
    expect([...handlers.keys()].sort()).toEqual(keys);
  });

  test('every contract has a row', () => {
    expect([...new Set(rows.map(({ key }) => key))].sort()).toEqual(keys);
  });

  test('no other door answers machines than those named here', () => {
    const others = (readdirSync('app', { recursive: true }) as string[])
      .filter((file) => /(^|\/)route\.tsx?$/.test(file) && !file.startsWith('api/v1/'))
      .sort();
    expect(others).toEqual([
      'api/[...unknown]/route.ts',
      'api/auth/[...auth]/route.ts',
      'healthz/route.ts',
      'readyz/route.ts',
      'sign-out/route.ts',
      // Its own tests: lib/server/web-annotation/protocol.data.test.ts.
      'wa/[group]/[id]/route.ts',
      'wa/[group]/route.ts',
    ]);
  });
});
