import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/server/data/database';
import { createGroup } from '@/lib/server/data/groups';
import { createInvitation } from '@/lib/server/data/invitations';
import { setSignUpPolicy, signUpPolicy } from '@/lib/server/data/site';
import { createUser } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { createSetupLink, setupLinkWorks } from './setup-link';
import { setUpSite, signUp } from './sign-up';

const applicant = () => ({
  name: 'Nia',
  email: `${crypto.randomUUID()}@example.test`,
  password: 'wind over the estuary',
});

const setupToken = async () => new URL((await createSetupLink()) ?? '').searchParams.get('token') ?? '';
const admins = () => db().user.count({ where: { isAdmin: true } });

beforeEach(async () => {
  await db().user.updateMany({ data: { isAdmin: false } });
  await setSignUpPolicy(visitor, 'invite');
});

afterAll(() => setSignUpPolicy(visitor, 'invite'));

describe('the set-up', () => {
  const setUp = (token: string) => setUpSite(visitor, { ...applicant(), token, signUp: 'open' });

  test('makes an administrator, keeps the policy and works once', async () => {
    const token = await setupToken();
    expect(await setUp(token)).toMatchObject({ name: 'Nia', isAdmin: true, hasPassword: true });
    expect(await signUpPolicy(visitor)).toBe('open');
    await expect(setUp(token)).rejects.toMatchObject({ status: 404 });
    expect(await setupLinkWorks(token)).toBe(false);
    expect(await createSetupLink()).toBeNull();
  });

  test('makes one administrator, however many race with one link or with several', async () => {
    const tokens = [await setupToken(), await setupToken()];
    const race = Array.from({ length: 30 }, (_, i) => setUp(tokens[i % 2] ?? ''));
    const results = await Promise.allSettled(race);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await admins()).toBe(1);
  }, 30_000);

  test('does not work with a link that is an hour old, made up, or meant for something else', async () => {
    const token = await setupToken();
    await db().$executeRaw`UPDATE verification_token SET expires = now() - interval '1 second'`;
    for (const wrong of [token, 'AAAAAAAAAAAAAAAAAAAAAA', ''])
      await expect(setUp(wrong)).rejects.toMatchObject({ status: 404 });
    expect(await admins()).toBe(0);
  });

  test('leaves nothing behind when it fails half-way', async () => {
    const token = await setupToken();
    const taken = applicant();
    await createUser(visitor, { ...taken, passwordHash: null });
    await expect(setUpSite(visitor, { ...taken, token, signUp: 'open' })).rejects.toMatchObject({
      status: 409,
    });
    expect(await signUpPolicy(visitor)).toBe('invite');
    expect(await setupLinkWorks(token)).toBe(true);
  });

  test('gives the sample group its owner', async () => {
    const id = crypto.randomUUID();
    await db().group.deleteMany({ where: { slug: 'sample' } });
    await db().group.create({ data: { id, slug: 'sample', name: 'Sample', visibility: 'public' } });
    const admin = await setUp(await setupToken());
    expect(await db().membership.findMany({ where: { groupId: id } })).toMatchObject([
      { userId: admin.id, role: 'owner' },
    ]);
    await db().group.delete({ where: { id } });
  });
});

describe('signing up', () => {
  async function invitation(rest: { maxUses?: number } = {}) {
    const made = await createUser(visitor, { ...applicant(), passwordHash: null });
    const owner = { user: made, scope: 'write', session: null } as const;
    const group = await createGroup(owner, { name: 'Readers', description: '', visibility: 'private' });
    const draft = { role: 'member', days: 1, maxUses: rest.maxUses ?? null } as const;
    return { group, ...(await createInvitation(owner, group.id, draft)) };
  }

  test('without an invitation is refused alike for known and unknown addresses', async () => {
    const known = applicant();
    await createUser(visitor, { ...known, passwordHash: null });
    const refusal = { status: 403, message: expect.stringContaining('invitation') };
    await expect(signUp(visitor, known)).rejects.toMatchObject(refusal);
    await expect(signUp(visitor, applicant())).rejects.toMatchObject(refusal);
  });

  test('is free for all where the site is open', async () => {
    await setSignUpPolicy(visitor, 'open');
    expect(await signUp(visitor, applicant())).toMatchObject({ name: 'Nia', isAdmin: false });
  });

  test('with an invitation makes the account and the membership', async () => {
    const { token, group } = await invitation();
    const { id } = await signUp(visitor, { ...applicant(), invitation: token });
    const membership = await db().membership.findUnique({
      where: { groupId_userId: { groupId: group.id, userId: id } },
    });
    expect(membership?.role).toBe('member');
  });

  test('with an invitation for one lets one in and leaves no account of the others', async () => {
    const { token } = await invitation({ maxUses: 1 });
    const before = await db().user.count();
    const race = Array.from({ length: 8 }, () => signUp(visitor, { ...applicant(), invitation: token }));
    const results = await Promise.allSettled(race);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().user.count()).toBe(before + 1);
  }, 20_000);

  test('with an unknown, ended or revoked invitation gets one and the same answer', async () => {
    const [ended, revoked] = [await invitation(), await invitation()];
    await db().invitation.update({ where: { id: ended.id }, data: { expiresAt: new Date(0) } });
    await db().invitation.update({ where: { id: revoked.id }, data: { revokedAt: new Date() } });
    const answers = await Promise.all(
      [ended.token, revoked.token, 'AAAAAAAAAAAAAAAAAAAAAA', ''].map((invitation) =>
        signUp(visitor, { ...applicant(), invitation }).catch((error) => JSON.stringify(error)),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('404');
  });

  test('of two with one address at once, one succeeds', async () => {
    await setSignUpPolicy(visitor, 'open');
    const same = applicant();
    const results = await Promise.allSettled([signUp(visitor, same), signUp(visitor, same)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
