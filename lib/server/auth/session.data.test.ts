import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { endSession, listSessions } from '@/lib/server/data/sessions';
import { createUser, setPassword } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { hashToken } from '@/lib/server/secret-token';
import { viewerOf } from '@/lib/server/session/viewer';
import { newAccount, password } from './account.fixture';
import { Browser } from './browser.fixture';
import { hashPassword } from './password';

let email: string;
let browser: Browser;

beforeEach(async () => {
  email = await newAccount();
  browser = new Browser();
});

const signIn = (form?: Record<string, string>) => browser.signIn(email, form);

describe('a session', () => {
  const viewer = () => viewerOf(browser.headers);

  test('ends for good at sign-out', async () => {
    await signIn();
    const copy = new Browser();
    copy.cookies.set('session', browser.cookies.get('session') ?? '');
    expect((await browser.post('signout', {})).headers.get('location')).toBe('/');
    expect(browser.cookies.has('session')).toBe(false);
    expect((await viewerOf(copy.headers)).user).toBeNull();
  });

  test('is listed with its browser, and gone at the next request when revoked', async () => {
    await signIn();
    const other = browser;
    browser = new Browser();
    await signIn();
    const sessions = await listSessions(await viewer());
    expect(sessions.map(({ current, userAgent }) => ({ current, userAgent }))).toEqual([
      { current: true, userAgent: 'Test/1.0' },
      { current: false, userAgent: 'Test/1.0' },
    ]);
    await endSession(await viewer(), sessions.find(({ current }) => !current)?.id ?? '');
    expect((await viewerOf(other.headers)).user).toBeNull();
    expect((await viewer()).user).not.toBeNull();
  });

  test('of somebody else cannot be revoked', async () => {
    await signIn();
    const [session] = await listSessions(await viewer());
    const { id } = await createUser(visitor, { name: 'Eve', email: `eve-${email}`, passwordHash: null });
    const eve = { user: { id, name: 'Eve', isAdmin: false }, scope: 'write', session: null } as const;
    await expect(endSession(eve, session?.id ?? '')).rejects.toMatchObject({ status: 404 });
    await expect(endSession(eve, 'not-an-id')).rejects.toMatchObject({ status: 404 });
    expect((await viewer()).user).not.toBeNull();
  });

  test('ends elsewhere when the password changes', async () => {
    await signIn();
    const other = browser;
    browser = new Browser();
    await signIn();
    await setPassword(await viewer(), await hashPassword(password));
    expect((await viewer()).user).not.toBeNull();
    expect((await viewerOf(other.headers)).user).toBeNull();
  });

  test.each([
    ['14 days without use', "last_seen_at = now() - interval '14 days 1 second'"],
    ['90 days, however often it is used', "expires = now() - interval '1 second'"],
  ])('ends after %s', async (_, change) => {
    await signIn();
    const hashed = hashToken(browser.cookies.get('session') ?? '');
    await db().$executeRawUnsafe(`UPDATE session SET ${change} WHERE token_hash = $1`, hashed);
    expect((await viewer()).user).toBeNull();
  });

  test('begins with 90 days to go', async () => {
    await signIn();
    const [row] = await db().$queryRaw<{ days: number }[]>`
      SELECT extract(epoch FROM expires - now())::int / 86400.0 AS days FROM session
      WHERE token_hash = ${hashToken(browser.cookies.get('session') ?? '')}`;
    expect(Number(row?.days)).toBeCloseTo(90, 2);
  });
});
