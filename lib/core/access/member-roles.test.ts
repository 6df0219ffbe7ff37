import { expect, test } from 'vitest';
import type { MemberRole } from '@/lib/core/api/groups';
import { mayGive, mayTouch, rolesInvitedBy } from './member-roles';
import type { GroupRole } from './permissions';

const all: MemberRole[] = ['reader', 'member', 'moderator', 'owner'];

const gives: [GroupRole, MemberRole[]][] = [
  ['stranger', []],
  ['reader', ['reader']],
  ['member', ['reader', 'member']],
  ['moderator', ['reader', 'member', 'moderator']],
  ['owner', all],
];
test.each(gives)('a %s may give %j and nothing above', (own, expected) => {
  expect(all.filter((role) => mayGive(own, role))).toEqual(expected);
});

const touches: [GroupRole, MemberRole[]][] = [
  ['stranger', []],
  ['reader', []],
  ['member', ['reader']],
  ['moderator', ['reader', 'member']],
  ['owner', all],
];
test.each(touches)('a %s stands above %j', (own, expected) => {
  expect(all.filter((role) => mayTouch(own, role))).toEqual(expected);
});

const invites: [GroupRole, MemberRole[]][] = [
  ['stranger', []],
  ['reader', []],
  ['member', []],
  ['moderator', ['reader', 'member', 'moderator']],
  ['owner', all],
];
test.each(invites)('a %s may invite to %j', (own, expected) => {
  expect(rolesInvitedBy(own)).toEqual(expected);
});
