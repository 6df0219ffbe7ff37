import { describe, expect, test } from 'vitest';
import {
  type Action,
  type GroupRole,
  may,
  mayOnSite,
  permissions,
  roles,
  type SiteAction,
} from './permissions';

/** The weakest role that may, in private and public groups, on another's thing and on one's own. */
const expected: Record<Action, [private_: string, public_: string, own?: string]> = {
  'group.read': ['reader', 'stranger'],
  'group.edit': ['owner', 'owner'],
  'group.delete': ['owner', 'owner'],
  'group.leave': ['reader', 'reader'],
  'vocabulary.edit': ['moderator', 'moderator'],
  'member.list': ['reader', 'stranger'],
  'member.change': ['owner', 'owner'],
  'member.remove': ['moderator', 'moderator'],
  'invitation.list': ['moderator', 'moderator'],
  'invitation.create': ['moderator', 'moderator'],
  'invitation.revoke': ['moderator', 'moderator', 'reader'],
  'essay.read': ['reader', 'stranger'],
  'essay.add': ['member', 'member'],
  'essay.edit': ['moderator', 'moderator'],
  'essay.remove': ['moderator', 'moderator'],
  'essay.share': ['moderator', 'moderator', 'member'],
  'annotation.read': ['reader', 'stranger'],
  'annotation.create': ['member', 'member'],
  'annotation.edit': ['nobody', 'nobody', 'member'],
  'annotation.delete': ['moderator', 'moderator', 'reader'],
  'annotation.resolve': ['moderator', 'moderator', 'member'],
  'reply.create': ['member', 'member'],
  'reply.edit': ['nobody', 'nobody', 'member'],
  'reply.delete': ['moderator', 'moderator', 'reader'],
  'reaction.set': ['member', 'member'],
  'presence.show': ['reader', 'reader'],
  'subscription.keep': ['reader', 'reader'],
  'consent.give': ['reader', 'reader', 'stranger'],
  'corpus.import': ['moderator', 'moderator'],
  'external.claim': ['member', 'member'],
  'card.read': ['reader', 'stranger'],
  'card.propose': ['member', 'member'],
  'card.reword': ['moderator', 'moderator', 'member'],
  'card.curate': ['moderator', 'moderator'],
  'card.link': ['member', 'member'],
  'card.unlink': ['moderator', 'moderator', 'member'],
  'position.take': ['member', 'member'],
  'round.open': ['moderator', 'moderator'],
  'section.check': ['member', 'member'],
  'adjudication.decide': ['moderator', 'moderator'],
  'release.make': ['moderator', 'moderator'],
  'flag.raise': ['reader', 'reader'],
  'moderation.review': ['moderator', 'moderator'],
  'webhook.manage': ['moderator', 'moderator'],
  'log.read': ['reader', 'reader'],
};

const weakest = (allowed: (role: GroupRole) => boolean) => roles.find(allowed) ?? 'nobody';

describe.each(Object.keys(permissions) as Action[])('%s', (action) => {
  const [inPrivate, inPublic, own] = expected[action];

  test(`asks for ${inPrivate} in a private group and ${inPublic} in a public one`, () => {
    expect(weakest((role) => may(action, { role, visibility: 'private' }))).toBe(inPrivate);
    expect(weakest((role) => may(action, { role, visibility: 'public' }))).toBe(inPublic);
  });

  test(`asks for ${own ?? inPrivate} on one's own thing`, () => {
    expect(weakest((role) => may(action, { role, visibility: 'private', own: true }))).toBe(own ?? inPrivate);
  });

  test('is never lost by rising', () => {
    for (const visibility of ['private', 'public'] as const)
      for (const own of [true, false]) {
        const allowed = roles.map((role) => may(action, { role, visibility, own }));
        expect(allowed).toEqual([...allowed].sort());
      }
  });
});

test.each<[SiteAction, account: boolean, administrator: boolean]>([
  ['group.create', true, true],
  ['site.configure', false, true],
])('%s: accounts %s, administrators %s, visitors never', (action, account, administrator) => {
  expect(mayOnSite(action, { isAdmin: false })).toBe(account);
  expect(mayOnSite(action, { isAdmin: true })).toBe(administrator);
  expect(mayOnSite(action, null)).toBe(false);
});
