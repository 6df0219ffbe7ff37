import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { db } from './database';
import { listLinkedAccounts, unlinkAccount } from './linked-accounts';
import { person, type SignedIn } from './person.fixture';
import { beginSession, viewerOfSession } from './sessions';
import { setPassword } from './users';

let ada: SignedIn;

beforeEach(async () => {
  ada = await person('Ada');
});

async function link(viewer: SignedIn): Promise<string> {
  const account = { type: 'oidc', provider: 'oidc', providerAccountId: v7(), userId: viewer.user.id };
  return (await db().account.create({ data: account })).id;
}

const linked = async () => (await listLinkedAccounts(ada)).map(({ id }) => id);
const lastWay = { status: 409, code: 'last-way-in' };

describe('the last way in', () => {
  test('stays when nobody could sign in after it', async () => {
    const id = await link(ada);
    await expect(unlinkAccount(ada, id, false)).rejects.toMatchObject(lastWay);
    expect(await linked()).toEqual([id]);
  });

  test('stays when links are mailed, but there is no address', async () => {
    const id = await link(ada);
    await expect(unlinkAccount(ada, id, true)).rejects.toMatchObject(lastWay);
  });

  test('is not gone with two that are unlinked at once', async () => {
    const ids = [await link(ada), await link(ada)];
    const results = await Promise.allSettled(ids.map((id) => unlinkAccount(ada, id, false)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await linked()).toHaveLength(1);
  });
});

describe('an account is unlinked', () => {
  test('beside a password', async () => {
    await setPassword(ada, 'a hash');
    await unlinkAccount(ada, await link(ada), false);
    expect(await linked()).toEqual([]);
  });

  test('where links are mailed to an address', async () => {
    await db().user.update({ where: { id: ada.user.id }, data: { email: `${v7()}@example.test` } });
    await unlinkAccount(ada, await link(ada), true);
    expect(await linked()).toEqual([]);
  });

  test('and every session ends but the one that asks', async () => {
    const [here, elsewhere] = [v7(), v7()];
    for (const tokenHash of [here, elsewhere])
      await beginSession(ada, { tokenHash, user: ada.user.id, userAgent: null });
    await link(ada);
    const viewer = (await viewerOfSession(here))!;
    await unlinkAccount(viewer, await link(ada), false);
    expect(await viewerOfSession(here)).not.toBeNull();
    expect(await viewerOfSession(elsewhere)).toBeNull();
  });
});

test('nobody sees or unlinks the accounts of others', async () => {
  const id = await link(await person('Bo'));
  await link(ada);
  expect(await linked()).not.toContain(id);
  for (const wrong of [id, v7(), 'nonsense'])
    await expect(unlinkAccount(ada, wrong, true)).rejects.toMatchObject({ status: 404 });
});
