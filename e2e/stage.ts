import { createHash, randomBytes } from 'node:crypto';
import { type BrowserContext, test as base } from '@playwright/test';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Annotation, AnnotationDraft } from '@/lib/core/annotation/annotation';
import type { EssayDraft, ListedEssay } from '@/lib/core/api/essays';
import type { Group, MemberRole } from '@/lib/core/api/groups';

const site = process.env.APP_URL ?? 'http://127.0.0.1:3000';

/** Somebody with an account, signed in by a session row: journeys that are not about signing in begin after it. */
export interface Person {
  id: string;
  name: string;
  /** Token of the session cookie. */
  session: string;
  /** Bearer token for the API. */
  token: string;
}

/** The people, groups and essays that a journey needs, made through the API where it can be. */
export interface Stage {
  person(name: string): Promise<Person>;
  signIn(context: BrowserContext, person: Person): Promise<void>;
  group(owner: Person, options?: { name?: string; visibility?: 'public' | 'private' }): Promise<Group>;
  join(group: Group, person: Person, role?: MemberRole): Promise<void>;
  essay(
    owner: Person,
    group: Group,
    essay: Pick<EssayDraft, 'content'> & Partial<EssayDraft>,
  ): Promise<ListedEssay>;
  /** Annotates the only place where the quote stands. */
  annotate(who: Person, essay: ListedEssay, mark: Mark): Promise<Annotation>;
  /** Any other call; the answer's JSON. */
  call<Answer>(who: Person, request: `${string} /${string}`, body?: unknown): Promise<Answer>;
}

export interface Mark extends Omit<AnnotationDraft, 'target' | 'comment'> {
  quote: string;
  comment?: string;
}

export const test = base.extend<{ stage: Stage }, { database: pg.Pool }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
    async ({}, use) => {
      const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
      await use(pool);
      await pool.end();
    },
    { scope: 'worker' },
  ],
  stage: ({ database }, use) => use(stageOn(database)),
});

export { expect } from '@playwright/test';

function stageOn(database: pg.Pool): Stage {
  const stage: Stage = {
    person: (name) => newPerson(database, name),
    signIn: (context, { session }) =>
      context.addCookies([{ name: 'session', value: session, url: site, httpOnly: true, sameSite: 'Lax' }]),
    group: (owner, { name = 'Tuesday readers', visibility = 'private' } = {}) =>
      stage.call(owner, 'POST /groups', { name, visibility, slug: `g-${randomBytes(6).toString('hex')}` }),
    async join(group, { id }, role = 'member') {
      await database.query('INSERT INTO membership (group_id, user_id, role) VALUES ($1, $2, $3)', [
        ...[group.id, id, role],
      ]);
    },
    essay: (owner, group, essay) =>
      stage.call(owner, `POST /groups/${group.slug}/essays`, { format: 'markdown', ...essay }),
    annotate: (who, essay, { quote, comment, ...rest }) =>
      stage.call(who, `POST /groups/${essay.group}/essays/${essay.id}/annotations`, {
        target: { version: essay.number, selector: [{ type: 'TextQuoteSelector', exact: quote }] },
        ...(comment !== undefined && { comment: { markdown: comment } }),
        ...rest,
      }),
    call: (who, request, body) => callApi(who, request, body),
  };
  return stage;
}

async function newPerson(database: pg.Pool, name: string): Promise<Person> {
  const person = { id: uuidv7(), name, session: newToken(), token: newToken() };
  await database.query('INSERT INTO "user" (id, name) VALUES ($1, $2)', [person.id, name]);
  await database.query(
    `INSERT INTO session (user_id, token_hash, expires) VALUES ($1, $2, now() + interval '1 day')`,
    [person.id, hash(person.session)],
  );
  await database.query(
    `INSERT INTO api_token (id, user_id, name, token_hash, scope) VALUES ($1, $2, 'e2e', $3, 'write')`,
    [uuidv7(), person.id, hash(person.token)],
  );
  return person;
}

const newToken = () => randomBytes(32).toString('base64url');
const hash = (token: string) => createHash('sha256').update(token).digest('base64url');

async function callApi<Answer>({ token }: Person, request: string, body?: unknown): Promise<Answer> {
  const [method, path] = request.split(' ') as [string, string];
  const response = await fetch(`${site}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${request} answered ${response.status}: ${text}`);
  return (text && JSON.parse(text)) as Answer;
}
