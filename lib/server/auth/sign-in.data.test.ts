import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { hashToken } from '@/lib/server/secret-token';
import { viewerOf } from '@/lib/server/session/viewer';
import { newAccount, password } from './account.fixture';
import { Browser } from './browser.fixture';
import { checkPassword } from './check-password';
import { signInHere } from './signed-in';

let email: string;
let browser: Browser;

beforeEach(async () => {
  email = await newAccount();
  browser = new Browser();
});

const signIn = (form?: Record<string, string>) => browser.signIn(email, form);

describe('the right password', () => {
  test('leads to where the person wanted to go, signed in', async () => {
    const answer = await signIn();
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/g/sample');
    expect((await viewerOf(browser.headers)).user?.name).toBe('Una');
  });

  test('sets a cookie that scripts cannot read and other sites cannot post with', async () => {
    const cookie = (await signIn()).headers.getSetCookie().find((one) => one.startsWith('session='));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
  });

  test('leaves only a hash of the cookie in the database', async () => {
    await signIn();
    const token = browser.cookies.get('session') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await db().session.count({ where: { sessionToken: token } })).toBe(0);
    expect(await db().session.count({ where: { sessionToken: hashToken(token) } })).toBe(1);
  });

  test('ends the session that the browser came with', async () => {
    await signIn();
    const first = new Browser();
    first.cookies.set('session', browser.cookies.get('session') ?? '');
    await signIn();
    expect(browser.cookies.get('session')).not.toBe(first.cookies.get('session'));
    expect((await viewerOf(first.headers)).user).toBeNull();
  });

  test('works with spaces around the address and in capitals', async () => {
    await signIn({ email: ` ${email.toUpperCase()} ` });
    expect((await viewerOf(browser.headers)).user).not.toBeNull();
  });

  test('takes a JSON request too, for signing in without leaving the page', async () => {
    const request = new Request('http://localhost:9/', { headers: browser.headers });
    const answer = await signInHere({ email, password }, request);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ email, name: 'Una' });
    expect(answer.headers.get('set-cookie')).toMatch(/^session=/);
  });

  test('is hashed again when the old hash is weak', async () => {
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash(password, { memoryCost: 19_456, timeCost: 2 });
    await db().user.updateMany({ where: { email }, data: { passwordHash: weak } });
    await signIn();
    const { passwordHash: now } = await db().user.findUniqueOrThrow({ where: { email } });
    expect(now).toContain('m=65536,t=3');
    expect((await viewerOf(browser.headers)).user).not.toBeNull();
  });
});

describe('a refusal', () => {
  const refused = async (form: Record<string, string>) => {
    browser = new Browser();
    const answer = await signIn(form);
    return { status: answer.status, location: answer.headers.get('location'), body: await answer.text() };
  };

  test('is the same for a wrong password, an unknown address and an account without password', async () => {
    await db().user.create({ data: { name: 'Mail only', email: `mail-${email}` } });
    const wrong = await refused({ password: 'wrong' });
    expect(wrong).toEqual({
      status: 303,
      location: '/sign-in?error=credentials&callbackUrl=%2Fg%2Fsample',
      body: '',
    });
    expect(await refused({ email: `nobody-${email}` })).toEqual(wrong);
    expect(await refused({ email: `mail-${email}` })).toEqual(wrong);
    expect(await refused({ email: '' })).toEqual(wrong);
  });

  test('takes as long for an unknown address as for a wrong password', async () => {
    const time = async (form: Record<string, string>) => {
      const begun = performance.now();
      await refused(form);
      return performance.now() - begun;
    };
    await time({ email: 'nobody@example.test' });
    const ratios: number[] = [];
    for (let i = 0; i < 5; i++)
      ratios.push((await time({ email: `nobody${i}@example.test` })) / (await time({ password: 'wrong' })));
    const median = ratios.sort((a, b) => a - b)[2];
    expect(median).toBeGreaterThan(0.6);
    expect(median).toBeLessThan(1.7);
  });

  test('keeps the typed address out of the URL, for the form only', async () => {
    const answer = await signIn({ password: 'wrong' });
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('typed-email='));
    expect(cookie).toMatch(/; Path=\/sign-in; Max-Age=120; HttpOnly/);
    expect(answer.headers.get('location')).not.toContain(encodeURIComponent(email));
  });

  test.each([
    ['a NUL', 'a\0b'],
    ['an object where a word should be', '[object Object]'],
    ['SQL', "' OR 1=1 --"],
  ])('comes of %s in the address, not an error of the server', async (_, typed) => {
    expect((await refused({ email: typed })).location).toContain('error=credentials');
  });
});

describe('guessing', () => {
  const guess = (from: Browser) =>
    checkPassword({ email, password: 'guess' }, from.headers).catch((error) => error.status as number);

  test('stops after five tries, with the time to wait', async () => {
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await guess(browser));
    expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
    const refusal = await checkPassword({ email, password }, browser.headers).catch((error) => error);
    expect(refusal.extensions.retryAfter).toBeGreaterThan(800);
    expect(refusal.extensions.retryAfter).toBeLessThanOrEqual(900);
  });

  test('does not lock the owner out, who signs in from elsewhere', async () => {
    for (let i = 0; i < 8; i++) await guess(browser);
    await expect(checkPassword({ email, password }, new Browser().headers)).resolves.toMatchObject({ email });
  });

  test('through many accounts from one address stops after twenty', async () => {
    const answers = [];
    for (let i = 0; i < 21; i++)
      answers.push(
        await checkPassword({ email: `p${i}-${email}`, password: 'guess' }, browser.headers).catch(
          (error) => error.status,
        ),
      );
    expect(answers.indexOf(429)).toBe(20);
  });

  test('counts tries in parallel one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(browser)));
    expect(answers.filter((status) => status === 401)).toHaveLength(5);
  });

  test('a success gives the tries back, so a class behind one address can sign in', async () => {
    for (let i = 0; i < 24; i++) await checkPassword({ email, password }, browser.headers);
    await expect(guess(browser)).resolves.toBe(401);
  }, 20_000);
});

describe('a request from elsewhere', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('is refused: %s', async (_, headers) => {
    const answer = await browser.post('callback/credentials', { email, password }, headers);
    expect(answer.status).toBe(403);
    expect(browser.cookies.size).toBe(0);
  });

  test('of this site, by a page that hides its address, is let in', async () => {
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    const answer = await browser.post(
      'callback/credentials',
      { email, password, callbackUrl: '/g/a' },
      headers,
    );
    expect(answer.headers.get('location')).toBe('/g/a');
  });

  test('cannot choose where the person goes next', async () => {
    for (const callbackUrl of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:1'])
      expect((await signIn({ callbackUrl })).headers.get('location')).toBe('/');
  });

  test('finds only what our forms need of Auth.js', async () => {
    for (const action of ['session', 'csrf', 'providers', 'signin', 'error', 'callback/credentials'])
      expect((await browser.get(action)).status).toBe(404);
    expect((await browser.post('session', { data: '1' })).status).toBe(404);
  });
});
