import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteAccount } from './account-deletion';
import { createApiToken } from './api-tokens';
import { setBelief } from './cards/beliefs';
import { createCard } from './cards/create-card';
import { takePosition } from './cards/positions';
import { readCard } from './cards/read-card';
import { relateCard } from './cards/relations';
import { createAnnotation } from './create-annotation';
import { db } from './database';
import { createGroup } from './groups';
import { addMember } from './members';
import type { SignedIn } from './person.fixture';
import { mark, readingGroup } from './reading-group.fixture';
import { beginSession, viewerOfSession, viewerOfToken } from './sessions';
import { accountOf, createUser } from './users';
import { visitor } from './viewer';

let ada: SignedIn;
let olga: SignedIn;
let group: string;
let place: { group: string; essay: string };
let email: string;

async function account(name: string): Promise<SignedIn> {
  const user = await createUser(visitor, { name, email: `${v7()}@example.test`, passwordHash: 'x' });
  return { user, scope: 'write', session: null };
}

beforeEach(async () => {
  const readers = await readingGroup();
  ({ group, place } = readers);
  olga = await readers.join('Olga', 'owner');
  ada = await account('Ada');
  email = (await db().user.findUniqueOrThrow({ where: { id: ada.user.id } })).email ?? '';
  await db().membership.create({ data: { groupId: group, userId: ada.user.id, role: 'member' } });
});

const user = (id = ada.user.id) => db().user.findUniqueOrThrow({ where: { id } });

describe('a deleted account', () => {
  test('leaves what was written for the group, by a former member', async () => {
    const draft = mark('fox', { visibility: 'group', comment: { markdown: 'Sly.' } });
    await createAnnotation(ada, place, draft);
    await deleteAccount(ada);
    const kept = await db().annotation.findUnique({
      where: { id: draft.id ?? '' },
      include: { author: true },
    });
    expect(kept).toMatchObject({ commentMarkdown: 'Sly.', author: { name: 'Former member', email: null } });
  });

  test('takes private annotations along', async () => {
    const draft = mark('fox', { visibility: 'private' });
    await createAnnotation(ada, place, draft);
    await deleteAccount(ada);
    expect(await db().annotation.count({ where: { id: draft.id ?? '' } })).toBe(0);
  });

  test('leaves its cards and passages, and takes what it believed along', async () => {
    const { id: annotation } = await createAnnotation(ada, place, mark('fox', { visibility: 'group' }));
    const propose = (statement: string) => {
      const words = { kind: 'crux', details: '', operationalization: '', resolvesBy: null } as const;
      return createCard(ada, group, { ...words, statement, occurrence: { annotation, role: 'states' } });
    };
    const [card, target] = [await propose('Foxes are sly.'), await propose('Dogs are not.')];
    const at = { group, card: card.id };
    await relateCard(ada, at, { type: 'crux-for', to: target.id, rationale: 'So.' });
    for (const credence of [20, 80])
      await takePosition(ada, at, { credence, reason: 'Seen.', wouldChangeMind: '' });
    await setBelief(ada, { ...at, target: target.id }, { strength: 2 });
    await deleteAccount(ada);
    const found = await readCard(olga, at);
    expect(found).toMatchObject({
      card: {
        creator: { name: 'Former member' },
        occurrences: [{ annotation, creator: { name: 'Former member' } }],
        relations: [{ rationale: 'So.', creator: { name: 'Former member' } }],
        positions: 0,
        ranking: { n: 0, k: 0 },
      },
    });
    const where = { userId: ada.user.id };
    expect(await db().position.count({ where })).toBe(0);
    expect(await db().conditionalBelief.count({ where })).toBe(0);
  });

  test('keeps nothing that says who it was', async () => {
    await db().account.create({
      data: { userId: ada.user.id, type: 'oidc', provider: 'oidc', providerAccountId: v7() },
    });
    await deleteAccount(ada);
    const { createdAt: _, deletedAt, ...rest } = await user();
    expect(deletedAt).not.toBeNull();
    expect(rest).toEqual({
      id: ada.user.id,
      email: null,
      emailVerified: null,
      name: 'Former member',
      passwordHash: null,
      timeZone: 'UTC',
      settings: {},
      isAdmin: false,
      mailing: 'off',
      mailBouncedAt: null,
    });
    expect(await db().account.count({ where: { userId: ada.user.id } })).toBe(0);
    expect(await db().membership.count({ where: { userId: ada.user.id } })).toBe(0);
  });

  test('opens no door any more', async () => {
    await beginSession(visitor, { tokenHash: `session ${email}`, user: ada.user.id, userAgent: null });
    const token = { name: 'Export', scope: 'write', days: null, tokenHash: `token ${email}` } as const;
    await createApiToken(ada, token);
    await deleteAccount(ada);
    expect(await viewerOfSession(`session ${email}`)).toBeNull();
    expect(await viewerOfToken(`token ${email}`)).toBeNull();
    expect(await accountOf(visitor, email)).toBeNull();
  });

  test('frees its address for a new one', async () => {
    await deleteAccount(ada);
    await expect(createUser(visitor, { name: 'Ada II', email, passwordHash: null })).resolves.toBeDefined();
  });
});

describe('groups of a deleted account', () => {
  test('with other members need another owner first, and are named', async () => {
    for (const name of ['Night', 'Day']) {
      const { id } = await createGroup(ada, { name, description: '', visibility: 'private' });
      await addMember(ada, id, { user: (await account('Bea')).user.id, role: 'moderator' });
    }
    await expect(deleteAccount(ada)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('“Day” and “Night”'),
    });
    expect(await user()).toMatchObject({ name: 'Ada', email, deletedAt: null });
  });

  test('go on when they have another owner', async () => {
    const made = await createGroup(ada, { name: 'Two owners', description: '', visibility: 'private' });
    await addMember(ada, made.id, { user: (await account('Bea')).user.id, role: 'owner' });
    await deleteAccount(ada);
    expect(await db().membership.count({ where: { groupId: made.id, role: 'owner' } })).toBe(1);
  });

  test('that nobody else is in are deleted', async () => {
    const made = await createGroup(ada, { name: 'Alone', description: '', visibility: 'private' });
    await deleteAccount(ada);
    expect(await db().group.count({ where: { id: made.id } })).toBe(0);
  });
});

test('a visitor has no account to delete', async () => {
  await expect(deleteAccount(visitor)).rejects.toMatchObject({ status: 401 });
});
