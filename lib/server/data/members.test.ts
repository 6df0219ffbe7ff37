import { beforeEach, describe, expect, test } from 'vitest';
import type { MemberRole } from '@/lib/core/api/groups';
import { createGroup, groupOf } from './groups';
import { acceptInvitation, createInvitation } from './invitations';
import { addMember, changeRole, listMembers, removeMember } from './members';
import { person, type SignedIn } from './person.fixture';

let owner: SignedIn;
let moderator: SignedIn;
let member: SignedIn;
let group: string;

beforeEach(async () => {
  [owner, moderator, member] = (await Promise.all(['Olga', 'Mo', 'Mia'].map(person))) as [
    SignedIn,
    SignedIn,
    SignedIn,
  ];
  const made = await createGroup(owner, { name: 'People', description: '', visibility: 'private' });
  group = made.id;
  await addMember(owner, group, { user: moderator.user.id, role: 'moderator' });
  await addMember(owner, group, { user: member.user.id, role: 'member' });
});

const rolesNow = async () =>
  Object.fromEntries((await listMembers(owner, group)).map(({ person, role }) => [person.name, role]));

describe('owners', () => {
  test('cannot leave, step down or be demoted while they are the last', async () => {
    const me = owner.user.id;
    await expect(removeMember(owner, group, me)).rejects.toMatchObject({ code: 'last-owner' });
    await expect(changeRole(owner, group, { user: me, role: 'member' })).rejects.toMatchObject({
      code: 'last-owner',
    });
  });

  test('hand a group over by making another owner, then stepping down', async () => {
    await changeRole(owner, group, { user: member.user.id, role: 'owner' });
    await changeRole(owner, group, { user: owner.user.id, role: 'reader' });
    expect(await rolesNow()).toEqual({ Olga: 'reader', Mo: 'moderator', Mia: 'owner' });
  });

  test('never all leave, however many try at the same moment', async () => {
    const others = await Promise.all(['A', 'B', 'C'].map(person));
    for (const other of others) await addMember(owner, group, { user: other.user.id, role: 'owner' });
    const leaving = [owner, ...others].map((person) => removeMember(person, group, person.user.id));
    const results = await Promise.allSettled(leaving);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const left = await listMembers(moderator, group);
    expect(left.filter(({ role }) => role === 'owner')).toHaveLength(1);
  });
});

describe('moderators', () => {
  test('remove members, but neither each other nor owners', async () => {
    const second = await person('Second');
    await addMember(owner, group, { user: second.user.id, role: 'moderator' });
    for (const { user } of [owner, second])
      await expect(removeMember(moderator, group, user.id)).rejects.toMatchObject({ status: 403 });
    await removeMember(moderator, group, member.user.id);
    expect(await rolesNow()).toEqual({ Olga: 'owner', Mo: 'moderator', Second: 'moderator' });
  });

  test.each<MemberRole>(['reader', 'member', 'moderator', 'owner'])(
    'cannot make anybody %s',
    async (role) => {
      const change = changeRole(moderator, group, { user: member.user.id, role });
      await expect(change).rejects.toMatchObject({ status: 403 });
    },
  );

  test('take their open invitations with them', async () => {
    const wish = { role: 'moderator', days: 1, maxUses: null } as const;
    const { token } = await createInvitation(moderator, group, wish);
    await changeRole(owner, group, { user: moderator.user.id, role: 'member' });
    await expect(acceptInvitation(await person('Late'), token)).rejects.toMatchObject({ status: 404 });
  });
});

test('a member who leaves no longer finds the private group', async () => {
  await removeMember(member, group, member.user.id);
  await expect(groupOf(member, group)).rejects.toMatchObject({ status: 404 });
});

test.each(['not-an-id', '00000000-0000-7000-8000-000000000000'])(
  'nobody called %s is found',
  async (user) => {
    await expect(changeRole(owner, group, { user, role: 'member' })).rejects.toMatchObject({ status: 404 });
    await expect(removeMember(owner, group, user)).rejects.toMatchObject({ status: 404 });
  },
);
