import { beforeEach, describe, expect, test } from 'vitest';
import { POST } from '@/app/api/v1/groups/[group]/invitations/route';
import { makeApiToken } from '@/lib/server/auth/api-token';
import { db } from './database';
import { createGroup, groupOf } from './groups';
import {
  acceptInvitation,
  createInvitation,
  invitationOffer,
  listInvitations,
  revokeInvitation,
} from './invitations';
import { addMember, listMembers } from './members';
import { person, type SignedIn } from './person.fixture';
import { visitor } from './viewer';

let owner: SignedIn;
let group: string;
const wish = { role: 'member', days: 1, maxUses: null } as const;

beforeEach(async () => {
  owner = await person('Olga');
  group = (await createGroup(owner, { name: 'Door', description: 'Come in', visibility: 'private' })).id;
});

describe('an invitation', () => {
  test('keeps only a hash of its 128-bit token', async () => {
    const { id, token, url } = await createInvitation(owner, group, wish);
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    expect(url).toMatch(new RegExp(`/invite/${token}$`));
    const row = await db().invitation.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(await listInvitations(owner, group))).not.toContain(token);
  });

  test('is not kept for repeats of the request that made it', async () => {
    const { token } = await makeApiToken(owner, { name: 'test', scope: 'write', days: null });
    const request = new Request('http://127.0.0.1:3000/', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': 'again',
      },
      body: '{}',
    });
    const answer = await POST(request, { params: Promise.resolve({ group }) });
    expect(answer.status).toBe(201);
    expect(await db().idempotencyKey.count({ where: { userId: owner.user.id } })).toBe(0);
  });

  test('says where it leads before it is accepted', async () => {
    const { token } = await createInvitation(owner, group, { ...wish, role: 'reader' });
    expect(await invitationOffer(visitor, token)).toMatchObject({
      group: { name: 'Door', description: 'Come in' },
      role: 'reader',
      creator: 'Olga',
    });
  });

  test('lets the one who accepts in, with its role', async () => {
    const { token } = await createInvitation(owner, group, { ...wish, role: 'reader' });
    const guest = await person('Guest');
    expect(await acceptInvitation(guest, token)).toMatchObject({ id: group, role: 'reader', members: 2 });
  });

  test('for one lets one of thirty in', async () => {
    const { token } = await createInvitation(owner, group, { ...wish, maxUses: 1 });
    const crowd = await Promise.all(Array.from({ length: 30 }, (_, i) => person(`Guest ${i}`)));
    const tries = await Promise.allSettled(crowd.map((guest) => acceptInvitation(guest, token)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listMembers(owner, group)).toHaveLength(2);
  });

  test('accepted ten times by one person counts once', async () => {
    const { id, token } = await createInvitation(owner, group, { ...wish, maxUses: 5 });
    const guest = await person('Guest');
    await Promise.all(Array.from({ length: 10 }, () => acceptInvitation(guest, token)));
    expect((await listInvitations(owner, group)).find((one) => one.id === id)?.uses).toBe(1);
  });

  test('never changes the role of somebody who is a member already', async () => {
    const { token } = await createInvitation(owner, group, { ...wish, role: 'reader' });
    expect(await acceptInvitation(owner, token)).toMatchObject({ role: 'owner' });
  });

  test.each([
    ['revoked', 'revoked_at = now()'],
    ['expired', "expires_at = now() - interval '1 second'"],
    ['used up', 'uses = max_uses'],
  ])('that is %s is refused like one that never was', async (_, change) => {
    const { id, token } = await createInvitation(owner, group, { ...wish, maxUses: 3 });
    await db().$executeRawUnsafe(`UPDATE invitation SET ${change} WHERE id = '${id}'`);
    const guest = await person('Guest');
    const never = await acceptInvitation(guest, 'never-was').catch((problem: unknown) => problem);
    await expect(acceptInvitation(guest, token)).rejects.toEqual(never);
    await expect(invitationOffer(visitor, token)).rejects.toEqual(never);
    await expect(groupOf(guest, group)).rejects.toMatchObject({ status: 404 });
    expect(await listInvitations(owner, group)).toEqual([]);
  });
});

describe('making and revoking', () => {
  test('a moderator cannot invite an owner', async () => {
    const moderator = await person('Mo');
    await addMember(owner, group, { user: moderator.user.id, role: 'moderator' });
    const made = createInvitation(moderator, group, { ...wish, role: 'owner' });
    await expect(made).rejects.toMatchObject({ status: 403 });
  });

  test('a revoked link is not found again, nor in another group', async () => {
    const { id } = await createInvitation(owner, group, wish);
    const other = await createGroup(owner, { name: 'Other', description: '', visibility: 'private' });
    await expect(revokeInvitation(owner, other.id, id)).rejects.toMatchObject({ status: 404 });
    await revokeInvitation(owner, group, id);
    await expect(revokeInvitation(owner, group, id)).rejects.toMatchObject({ status: 404 });
  });
});
