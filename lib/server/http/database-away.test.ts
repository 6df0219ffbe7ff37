import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GET as me } from '@/app/api/v1/me/route';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { Problem } from '@/lib/core/api/problem';
import { closeDatabase } from '@/lib/server/data/database';
import { viewerOf } from '@/lib/server/session/viewer';
import { rememberAnswers } from './answer-status';

process.env.AUTH_SECRET = 'a secret for tests, long enough to be one';
vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'x-address': '/g/club?tag=crux' }) }));

/** Takes connections, and never says a word. */
const silent = net.createServer(() => {});
let away: string;
let dumb: string;

const listen = (server: net.Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

beforeAll(async () => {
  const closed = net.createServer();
  away = `postgresql://nobody@127.0.0.1:${await listen(closed)}/none`;
  await new Promise((resolve) => closed.close(resolve));
  dumb = `postgresql://nobody@127.0.0.1:${await listen(silent)}/none`;
});
afterAll(() => void silent.close());

async function withDatabase<T>(url: string, work: () => Promise<T>): Promise<T> {
  const store = globalThis as { cruxbookConfig?: unknown };
  delete store.cruxbookConfig;
  process.env.DATABASE_URL = url;
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

const cookie = 'session=AAAAAAAAAAAAAAAAAAAAAA';

describe.each([
  ['refuses connections', () => away],
  ['takes connections and says nothing', () => dumb],
])('while the database %s', (_, url) => {
  test('the API answers 503 with when to come again', () =>
    withDatabase(url(), async () => {
      const request = new Request('http://127.0.0.1:3000/api/v1/me', { headers: { cookie } });
      const answer = await me(request, { params: Promise.resolve({}) });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('retry-after')).toBe('2');
      expect(await answer.json()).toMatchObject({ type: 'urn:cruxbook:unavailable', status: 503 });
    }));

  test('a page says so in words, with 503 and when to come again', () =>
    withDatabase(url(), async () => {
      const page = orNothingHere(async () => String(await viewerOf(new Headers({ cookie }))));
      const answer = await served(async () => renderToStaticMarkup(await page({})));
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      const html = await answer.text();
      expect(html).toContain('<h1 class="text-3xl">Not available now</h1>');
      expect(html).toContain('href="/g/club?tag=crux"');
      const title = orNoTitle(async () => ({ title: String(await viewerOf(new Headers({ cookie }))) }));
      expect(await title({})).toMatchObject({ title: 'Not available now' });
    }));
});

/** What a browser gets from a server that answers with this HTML. */
async function served(render: () => Promise<string>): Promise<Response> {
  rememberAnswers();
  const server = http.createServer(async (_, response) => response.end(await render()));
  const port = await listen(server);
  try {
    return await fetch(`http://127.0.0.1:${port}/`);
  } finally {
    server.close();
  }
}

test('an error of another kind stays one', async () => {
  const broken = orNothingHere(() => Promise.reject(new Error('a defect')));
  await expect(broken({})).rejects.toThrow('a defect');
  const over = orNothingHere(() => Promise.reject(new Problem(409, 'changed', 'Changed.')));
  await expect(over({})).rejects.toThrow('Changed.');
});

test('who asks too often is told so', async () => {
  const tired = orNothingHere(() => Promise.reject(new Problem(429, 'too-many', 'Too many.')));
  expect(await tired({})).toMatchObject({ props: { text: 'Too many.' } });
});

test('every page answers in this way', () => {
  const pages = (readdirSync('app', { recursive: true }) as string[]).filter((file) =>
    /(^|\/)page\.tsx$/.test(file),
  );
  expect(pages.length).toBeGreaterThan(10);
  const wrapped = /^export default orNothingHere\(/m;
  expect(pages.filter((file) => !wrapped.test(readFileSync(`app/${file}`, 'utf8')))).toEqual([]);
});
