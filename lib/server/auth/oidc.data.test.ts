import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { setSignUpPolicy } from '@/lib/server/data/site';
import { createUser } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { newSession } from '@/lib/server/session/session-cookie';
import { viewerOf } from '@/lib/server/session/viewer';
import { Browser } from './browser.fixture';

const site = process.env.APP_URL ?? '';

let server: http.Server;

/** A real provider: whoever signs in as `x` has the address x@school.test, verified unless the name begins with "un". */
beforeAll(async () => {
  server = http.createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'app',
        client_secret: 'app-secret',
        redirect_uris: [`${site}/api/auth/callback/oidc`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['k'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({
        sub,
        email: `${sub}@School.test`,
        email_verified: !sub.startsWith('un'),
        name: 'Pupil',
      }),
    }),
  });
  server.on('request', provider.callback());
  Object.assign(process.env, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'app',
    OIDC_CLIENT_SECRET: 'app-secret',
    OIDC_NAME: 'School',
  });
});
afterAll(async () => {
  await setSignUpPolicy(visitor, 'invite');
  server.closeAllConnections();
  server.close();
});

let browser: Browser;
let pupil: string;

beforeEach(async () => {
  browser = new Browser();
  pupil = `p${crypto.randomUUID()}`;
  await setSignUpPolicy(visitor, 'open');
});

/** Walks through the provider's own pages as a person would, and gives the address that it sends them back to. */
async function atProvider(begin: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = begin;
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 12; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const answer = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location?.startsWith(site)) return new URL(location);
    const page = location === null ? await answer.text() : '';
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    form = prompt === 'login' ? { prompt, login, password: 'x' } : prompt ? { prompt } : undefined;
    url = location ? new URL(location, url).href : (/action="([^"]+)"/.exec(page)?.[1] ?? url);
  }
  throw new Error('The provider did not send anybody back.');
}

const begin = async (callbackUrl = '/g/sample') => {
  const answer = await browser.post('signin/oidc', { callbackUrl });
  return /^0; url=(.*)/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? '';
};

async function signIn(as = pupil): Promise<string | null> {
  const back = await atProvider(await begin(), as);
  return (await browser.get('callback/oidc', back.search)).headers.get('location');
}

const whoIsIn = async () => (await viewerOf(browser.headers)).user;

describe('a person whom the provider knows', () => {
  test('gets an account with the verified address, and the same one the next time', async () => {
    expect(await signIn()).toBe('/g/sample');
    const first = await whoIsIn();
    const user = await db().user.findUniqueOrThrow({ where: { id: first?.id ?? '' } });
    expect(user).toMatchObject({ name: 'Pupil', email: `${pupil}@school.test`, passwordHash: null });
    browser = new Browser();
    await signIn();
    expect((await whoIsIn())?.id).toBe(first?.id);
  });

  test('leaves nothing of the provider in the database but who they are', async () => {
    await signIn();
    const userId = (await whoIsIn())?.id ?? '';
    const { id: _, ...account } = await db().account.findFirstOrThrow({ where: { userId } });
    expect(account).toEqual({ userId, type: 'oidc', provider: 'oidc', providerAccountId: pupil });
  });

  test('is refused without an invitation where the site is not open', async () => {
    await setSignUpPolicy(visitor, 'invite');
    expect(await signIn()).toBe('/sign-in?error=invitation');
    expect(await whoIsIn()).toBeNull();
  });

  test('is refused when the provider did not verify the address', async () => {
    expect(await signIn(`un${pupil}`)).toBe('/sign-in?error=unverified');
    expect(await whoIsIn()).toBeNull();
  });
});

describe('an account with the same address', () => {
  const email = () => `${pupil}@school.test`;

  test('is never taken over, but named as the reason', async () => {
    await createUser(visitor, { name: 'Una', email: email(), passwordHash: null });
    expect(await signIn()).toBe('/sign-in?error=OAuthAccountNotLinked');
    expect(await whoIsIn()).toBeNull();
    expect(await db().account.count({ where: { providerAccountId: pupil } })).toBe(0);
  });

  test('is connected when its owner, signed in, asks for it', async () => {
    const { id } = await createUser(visitor, { name: 'Una', email: email(), passwordHash: null });
    browser.cookies.set('session', (await newSession(id, null)).token);
    const back = await atProvider(await begin('/settings'), pupil);
    const answer = await browser.get('callback/oidc', back.search);
    expect(answer.headers.get('location')).toBe('/settings');
    browser = new Browser();
    await signIn();
    expect((await whoIsIn())?.id).toBe(id);
  });
});

test('a session that was idle too long connects nothing', async () => {
  const { id } = await createUser(visitor, { name: 'Una', email: `una-${pupil}@x.test`, passwordHash: null });
  browser.cookies.set('session', (await newSession(id, null)).token);
  await db().$executeRaw`
    UPDATE session SET last_seen_at = now() - interval '15 days' WHERE user_id = ${id}::uuid`;
  await signIn();
  expect(await db().account.count({ where: { userId: id } })).toBe(0);
  expect((await whoIsIn())?.id).not.toBe(id);
});

describe('an answer of the provider', () => {
  test('does not work in another browser than the one that asked', async () => {
    const back = await atProvider(await begin(), pupil);
    browser = new Browser();
    const answer = await browser.get('callback/oidc', back.search);
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\?error=/);
    expect(await whoIsIn()).toBeNull();
  });

  test('does not work with another state', async () => {
    const back = await atProvider(await begin(), pupil);
    back.searchParams.set('state', 'forged');
    const answer = await browser.get('callback/oidc', back.search);
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\?error=/);
    expect(await whoIsIn()).toBeNull();
  });

  test('asks the provider with PKCE, state and nonce', async () => {
    const asked = new URL(await begin()).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.get(name)?.length).toBeGreaterThan(20);
  });

  test('that is a refusal becomes a sentence on the sign-in page', async () => {
    const answer = await browser.get('callback/oidc', '?error=access_denied');
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\?error=/);
  });
});
