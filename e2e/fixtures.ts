import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  type APIRequestContext,
  type APIResponse,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import pg from 'pg';
import { awaitHydration, registerInert } from './hydration';

export { expect };

/** Somebody signed in, in a browser of their own. */
export interface Person {
  id: string;
  name: string;
  email: string;
  page: Page;
  /** Calls the HTTP API with this person's session; the answer must be a success. */
  api: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

/** Somebody who calls the HTTP API, with or without a browser. */
export type Contributor = Pick<Person, 'id' | 'name' | 'api'>;

export interface ReadingGroup {
  id: string;
  slug: string;
}

interface Fixtures {
  /** Opens a browser of its own, closed at the end. */
  openBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page of somebody without a session, in a browser of their own. */
  visit: (options?: BrowserContextOptions) => Promise<Page>;
  /** Makes a person and signs them in. */
  signIn: (name: string, browser?: BrowserContextOptions) => Promise<Person>;
  /** A private group of the first person, joined by the others as members. */
  groupOf: (owner: Person, ...members: Person[]) => Promise<ReadingGroup>;
  /** Puts an essay on a group's list and answers with its path. */
  essayIn: (owner: Person, group: ReadingGroup, markdown: string) => Promise<string>;
}

function newToken() {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: createHash('sha256').update(token).digest('base64url') };
}

/** A story starts where it starts: people and sessions are written, not typed. */
export async function writePerson(database: pg.Pool, name: string) {
  const id = randomUUID();
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${id.slice(0, 8)}@example.org`;
  await database.query('INSERT INTO "user" (id, email, name) VALUES ($1, $2, $3)', [id, email, name]);
  return { id, email };
}

async function writeSession(database: pg.Pool, person: string): Promise<string> {
  const { token, hash } = newToken();
  await database.query(
    `INSERT INTO session (token_hash, user_id, expires) VALUES ($1, $2, now() + interval '1 day')`,
    [hash, person],
  );
  return token;
}

/** To call the HTTP API with, to read and write. */
export async function writeToken(database: pg.Pool, person: string): Promise<string> {
  const { token, hash } = newToken();
  await database.query(
    `INSERT INTO api_token (id, user_id, name, token_hash, scope) VALUES (gen_random_uuid(), $1, 'a program', $2, 'write')`,
    [person, hash],
  );
  return token;
}

/** A busy server says "not now, but soon": it is asked again, as every client should. */
async function patiently(ask: () => Promise<APIResponse>): Promise<APIResponse> {
  for (let triesLeft = 5; ; triesLeft--) {
    const response = await ask();
    if (response.status() !== 503 || triesLeft === 0) return response;
    const seconds = Number(response.headers()['retry-after'] ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

async function success(response: APIResponse) {
  expect(response.ok(), `${response.url()}: ${response.status()} ${await response.text()}`).toBe(true);
  return response.status() === 204 ? undefined : response.json();
}

/** The HTTP API as whoever these requests come from; the answer must be a success. */
export const apiOver =
  (requests: APIRequestContext, site: string): Person['api'] =>
  async <T>(method: string, path: string, body?: unknown) => {
    const headers = { origin: new URL(site).origin, 'if-match': '*' };
    const data = body === undefined ? {} : { data: body };
    return (await success(
      await patiently(() => requests.fetch(`/api/v1${path}`, { method, headers, ...data })),
    )) as T;
  };

/** A private group of the first person, joined by the others as members. */
export async function newGroup(
  database: pg.Pool,
  owner: Contributor,
  members: readonly Contributor[],
): Promise<ReadingGroup> {
  const group = await owner.api<ReadingGroup>('POST', '/groups', {
    name: `${owner.name}’s circle`,
    visibility: 'private',
  });
  for (const { id } of members)
    await database.query(`INSERT INTO membership (group_id, user_id, role) VALUES ($1, $2, 'member')`, [
      group.id,
      id,
    ]);
  return group;
}

const newPage = async (context: BrowserContext) => awaitHydration(await context.newPage());

export const test = base.extend<Fixtures, { database: pg.Pool; engines: undefined }>({
  engines: [
    async ({ playwright }, use) => {
      await registerInert(playwright.selectors);
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],

  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
    async ({}, use) => {
      const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
      await use(pool);
      await pool.end();
    },
    { scope: 'worker' },
  ],

  openBrowser: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...(baseURL && { baseURL }), ...options });
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  visit: async ({ openBrowser }, use) => {
    await use(async (options = {}) => {
      const context = await openBrowser(options);
      return options.javaScriptEnabled === false ? context.newPage() : newPage(context);
    });
  },

  page: async ({ page }, use) => {
    await use(await awaitHydration(page));
  },

  signIn: async ({ openBrowser, baseURL, database }, use) => {
    await use(async (name, options = {}) => {
      const { id, email } = await writePerson(database, name);
      const token = await writeSession(database, id);
      const context = await openBrowser(options);
      await context.addCookies([
        { name: 'session', value: token, url: baseURL!, httpOnly: true, sameSite: 'Lax' },
      ]);
      const page = await newPage(context);
      return { id, name, email, page, api: apiOver(context.request, baseURL!) };
    });
  },

  groupOf: async ({ database }, use) => {
    await use((owner, ...members) => newGroup(database, owner, members));
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern
  essayIn: async ({}, use) => {
    await use(async (owner, group, markdown) => {
      const essay = await owner.api<{ slug: string }>('POST', `/groups/${group.id}/essays`, {
        format: 'markdown',
        content: markdown,
      });
      return `/g/${group.slug}/${essay.slug}`;
    });
  },
});
