import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { createApiToken, listApiTokens, revokeApiToken } from './api-tokens';
import { db } from './database';
import { person, type SignedIn } from './person.fixture';
import { viewerOfToken } from './sessions';
import { visitor } from './viewer';

let ada: SignedIn;
let tokenHash: string;

beforeEach(async () => {
  ada = await person('Ada');
  tokenHash = v7();
});

const make = (more: { scope?: 'read' | 'write'; days?: number | null } = {}) =>
  createApiToken(ada, { name: 'Export', scope: 'read', days: 30, tokenHash, ...more });

describe('a token', () => {
  test('acts as its owner, within its scope', async () => {
    const { id } = await make({ scope: 'read' });
    expect(await viewerOfToken(tokenHash)).toEqual({
      user: { id: ada.user.id, name: 'Ada', isAdmin: false },
      scope: 'read',
      session: null,
      token: id,
    });
  });

  test('is listed with its end, and when it was last used', async () => {
    const { id } = await make();
    await viewerOfToken(tokenHash);
    const [listed] = await listApiTokens(ada);
    expect(listed).toMatchObject({ id, name: 'Export', scope: 'read', lastUsed: expect.any(String) });
    const days = (Date.parse(listed?.expires ?? '') - Date.parse(listed?.created ?? '')) / 86_400_000;
    expect(days).toBeCloseTo(30, 3);
  });

  test('may have no end', async () => {
    expect((await make({ days: null })).expires).toBeNull();
  });

  test('does not work after its end, nor is it listed', async () => {
    const { id } = await make();
    await db()
      .$executeRaw`UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = ${id}::uuid`;
    expect(await viewerOfToken(tokenHash)).toBeNull();
    expect(await listApiTokens(ada)).toEqual([]);
  });

  test('does not work once revoked', async () => {
    await revokeApiToken(ada, (await make()).id);
    expect(await viewerOfToken(tokenHash)).toBeNull();
  });

  test('of somebody else is neither listed nor revoked', async () => {
    const { id } = await make();
    const eve = await person('Eve');
    expect(await listApiTokens(eve)).toEqual([]);
    await expect(revokeApiToken(eve, id)).rejects.toMatchObject({ status: 404 });
    await expect(revokeApiToken(eve, "' OR true --")).rejects.toMatchObject({ status: 404 });
    expect(await viewerOfToken(tokenHash)).not.toBeNull();
  });
});

test('visitors have no tokens', async () => {
  await expect(listApiTokens(visitor)).rejects.toMatchObject({ status: 401 });
});

test('nobody has more than a hundred', async () => {
  for (let i = 0; i < 100; i++) {
    tokenHash = v7();
    await make();
  }
  tokenHash = v7();
  await expect(make()).rejects.toMatchObject({ status: 409 });
});
