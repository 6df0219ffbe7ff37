import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
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

const sessionToken = () => randomBytes(32).toString('base64url');

/** A story starts where it starts: the session is written, not typed. */
async function writeSession(database: pg.Pool, name: string) {
  const id = randomUUID();
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${id.slice(0, 8)}@example.org`;
  const token = sessionToken();
  const hash = createHash('sha256').update(token).digest('base64url');
  await database.query('INSERT INTO "user" (id, email, name) VALUES ($1, $2, $3)', [id, email, name]);
  await database.query(
    `INSERT INTO session (token_hash, user_id, expires) VALUES ($1, $2, now() + interval '1 day')`,
    [hash, id],
  );
  return { id, email, token };
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
      const { id, email, token } = await writeSession(database, name);
      const context = await openBrowser(options);
      await context.addCookies([
        { name: 'session', value: token, url: baseURL!, httpOnly: true, sameSite: 'Lax' },
      ]);
      const page = await newPage(context);
      const api = async <T>(method: string, path: string, body?: unknown) => {
        const headers = { origin: new URL(baseURL!).origin, 'if-match': '*' };
        const data = body === undefined ? {} : { data: body };
        return (await success(
          await patiently(() => context.request.fetch(`/api/v1${path}`, { method, headers, ...data })),
        )) as T;
      };
      return { id, name, email, page, api };
    });
  },

  groupOf: async ({ database }, use) => {
    await use(async (owner, ...members) => {
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
    });
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
