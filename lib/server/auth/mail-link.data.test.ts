import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/server/data/database';
import { createGroup } from '@/lib/server/data/groups';
import { createInvitation, invitationOffer } from '@/lib/server/data/invitations';
import { setSignUpPolicy } from '@/lib/server/data/site';
import { createUser } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { newSession } from '@/lib/server/session/session-cookie';
import { viewerOf } from '@/lib/server/session/viewer';
import { Browser } from './browser.fixture';

interface Mail {
  to: string[];
  body: string;
}
const mails: Mail[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, { envelope }, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const body = Buffer.concat(chunks).toString().replace(/=\r\n/g, '').replaceAll('=3D', '=');
      mails.push({ to: envelope.rcptTo.map(({ address }) => address), body });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await setSignUpPolicy(visitor, 'invite');
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

let browser: Browser;
let email: string;

beforeEach(async () => {
  browser = new Browser();
  email = `${crypto.randomUUID()}@example.test`;
  await createUser(visitor, { name: 'Una', email, passwordHash: null, emailVerified: true });
  await setSignUpPolicy(visitor, 'invite');
});

const askFor = (address: string, from = browser) =>
  from.post('signin/email', { email: address, callbackUrl: '/g/sample' });

/** Mails go out in the background, so those of earlier tests may come in late. */
const mailsTo = (address: string) => mails.filter(({ to }) => to.includes(address));

async function mailedLink(to = email): Promise<URL> {
  await vi.waitFor(() => expect(mailsTo(to)).toHaveLength(1), 3000);
  return new URL(/http:\S+/.exec(mailsTo(to)[0]?.body ?? '')?.[0] ?? '');
}

const press = (link: URL, from = browser) =>
  from.post('callback/email', { ...Object.fromEntries(link.searchParams), callbackUrl: '/g/sample' });

describe('a mailed link', () => {
  test('leads to a page of this site, whatever the request says about its host', async () => {
    const answer = await browser.post(
      'signin/email',
      { email },
      { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    );
    expect(answer.headers.get('location')).toBe('/sign-in?sent=1');
    const link = await mailedLink();
    expect(link.origin).toBe('http://127.0.0.1:9');
    expect(link.pathname).toBe('/sign-in/link');
  });

  test('signs in when the button is pressed, once', async () => {
    await askFor(email);
    const link = await mailedLink();
    expect((await press(link)).headers.get('location')).toBe('/g/sample');
    expect((await viewerOf(browser.headers)).user?.name).toBe('Una');
    const again = new Browser();
    expect((await press(link, again)).headers.get('location')).toContain('error=Verification');
    expect((await viewerOf(again.headers)).user).toBeNull();
  });

  test('signs one in, when several press at once', async () => {
    await askFor(email);
    const link = await mailedLink();
    const browsers = Array.from({ length: 8 }, () => new Browser());
    const answers = await Promise.all(browsers.map((each) => press(link, each)));
    expect(answers.filter((answer) => answer.headers.get('location') === '/g/sample')).toHaveLength(1);
  });

  test('is not used up by a scanner that opens it', async () => {
    await askFor(email);
    const link = await mailedLink();
    expect((await browser.get('callback/email', link.search)).status).toBe(404);
    expect((await press(link)).headers.get('location')).toBe('/g/sample');
  });

  test('ends after ten minutes of the database', async () => {
    await askFor(email);
    const link = await mailedLink();
    await db().$executeRaw`UPDATE verification_token SET expires = expires - interval '10 minutes 1 second'`;
    expect((await press(link)).headers.get('location')).toContain('error=Verification');
  });

  test('lies in the database as a hash', async () => {
    await askFor(email);
    const token = (await mailedLink()).searchParams.get('token');
    expect(await db().verificationToken.count({ where: { token: token ?? '' } })).toBe(0);
    expect(await db().verificationToken.count({ where: { identifier: email } })).toBe(1);
  });

  test('of another address does not sign in', async () => {
    await askFor(email);
    const link = await mailedLink();
    link.searchParams.set('email', `other-${email}`);
    expect((await press(link)).headers.get('location')).toContain('error=Verification');
  });
});

describe('asking for a link', () => {
  test('is answered alike for known and unknown addresses, and only known ones get mail', async () => {
    const shape = async (answer: Response) => [
      answer.status,
      answer.headers.get('location'),
      await answer.text(),
    ];
    const unknown = await shape(await askFor(`nobody-${email}`));
    expect(await shape(await askFor(email, new Browser()))).toEqual(unknown);
    await mailedLink();
    expect(mailsTo(`nobody-${email}`)).toEqual([]);
  });

  test('stops after three mails to one address, from wherever they are asked', async () => {
    for (let i = 0; i < 5; i++) await askFor(email, new Browser());
    await vi.waitFor(() => expect(mailsTo(email)).toHaveLength(3), 3000);
    expect((await askFor(email, new Browser())).headers.get('location')).toContain('error=too-many');
  });

  test.each([
    ['two addresses', 'a@example.test,b@example.test'],
    ['an address in quotes', '"a@evil.test"@example.test'],
    ['a full-width @', 'a@evil.test\uff20example.test'],
    ['a header line', 'a@example.test\r\nBcc: b@example.test'],
  ])('never reaches anybody by %s', async (_, address) => {
    await setSignUpPolicy(visitor, 'open');
    await askFor(address);
    await askFor(email, new Browser());
    await mailedLink();
    expect(mails.flatMap(({ to }) => to).filter((to) => /^[ab]@|evil/.test(to))).toEqual([]);
    expect(mailsTo(email)[0]?.to).toEqual([email]);
  });

  test('makes an account where the site is open, with the address proved', async () => {
    await setSignUpPolicy(visitor, 'open');
    await askFor(`new-${email}`);
    await press(await mailedLink(`new-${email}`));
    const user = await db().user.findUnique({ where: { email: `new-${email}` } });
    expect(user?.emailVerified).not.toBeNull();
    expect((await viewerOf(browser.headers)).user?.id).toBe(user?.id);
  });
});

test('the first mailed link ends what somebody else set up with the address', async () => {
  const squatted = `squatted-${email}`;
  const { id } = await createUser(visitor, { name: 'Squatter', email: squatted, passwordHash: 'x' });
  const { token } = await newSession(id, null);
  const owner = { user: { id, name: 'Squatter', isAdmin: false }, scope: 'write', session: null } as const;
  const draft = { name: 'Trap', description: '', visibility: 'private' } as const;
  const { id: group } = await createGroup(owner, draft);
  const { token: invitation } = await createInvitation(owner, group, {
    role: 'owner',
    days: 90,
    maxUses: null,
  });
  const squatter = new Browser();
  squatter.cookies.set('session', token);
  expect((await viewerOf(squatter.headers)).user).not.toBeNull();
  await askFor(squatted);
  await press(await mailedLink(squatted));
  expect((await viewerOf(browser.headers)).user?.id).toBe(id);
  expect((await viewerOf(squatter.headers)).user).toBeNull();
  expect(await db().user.findUnique({ where: { id }, select: { passwordHash: true } })).toEqual({
    passwordHash: null,
  });
  await expect(invitationOffer(visitor, invitation)).rejects.toMatchObject({ status: 404 });
});
