import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from './person.fixture';
import { changeMe, createUser, me, requireTimeZone } from './users';
import { visitor } from './viewer';

let ada: SignedIn;

beforeEach(async () => {
  const user = await createUser(visitor, {
    name: 'Ada',
    email: `${v7()}@example.test`,
    passwordHash: 'secret',
  });
  ada = { user, scope: 'write', session: null };
});

test('a profile says that there is a password, and nothing of it', async () => {
  const shown = await me(ada);
  expect(shown).toMatchObject({ name: 'Ada', hasPassword: true, timeZone: 'UTC', settings: {} });
  expect(JSON.stringify(shown)).not.toContain('secret');
});

test('a visitor has no profile', async () => {
  await expect(me(visitor)).rejects.toMatchObject({ status: 401 });
});

describe('a change', () => {
  test('of one part leaves the others', async () => {
    await changeMe(ada, { name: 'Ada L.', settings: { theme: 'dark', presence: false } });
    expect(await changeMe(ada, { settings: { presence: true } })).toMatchObject({
      name: 'Ada L.',
      settings: { theme: 'dark', presence: true },
    });
  });

  test('with null takes a setting back', async () => {
    await changeMe(ada, { settings: { measure: 58, fontSize: 20 } });
    const { settings } = await changeMe(ada, { settings: { measure: null } });
    expect(settings).toMatchObject({ fontSize: 20 });
    expect(settings).not.toHaveProperty('measure');
  });

  test('of different settings at the same moment keeps all of them', async () => {
    const changes = [{ theme: 'sepia' }, { shortcuts: false }, { fontSize: 20 }, { measure: 60 }] as const;
    await Promise.all(changes.map((settings) => changeMe(ada, { settings })));
    expect((await me(ada)).settings).toEqual(Object.assign({}, ...changes));
  });
});

describe('a time zone', () => {
  test.each(['UTC', 'Europe/Zurich', 'America/Argentina/Buenos_Aires'])('%s is one', (name) => {
    expect(() => requireTimeZone(name)).not.toThrow();
  });

  test.each(['Mars/Olympus', '', 'europe/zurich; drop'])('"%s" is none', (name) => {
    const refusal = expect.objectContaining({
      extensions: { issues: [{ path: ['timeZone'], message: expect.stringMatching(/time zone/) }] },
    });
    expect(() => requireTimeZone(name)).toThrow(refusal);
  });
});

test.each([
  ['Asia/Tokyo', 'Asia/Tokyo'],
  ['Mars/Olympus', 'UTC'],
])('an account made in a browser in %s shows times of %s', async (timeZone, shown) => {
  const made = { name: 'Bo', email: `${v7()}@example.test`, passwordHash: null, timeZone };
  expect(await createUser(visitor, made)).toMatchObject({ timeZone: shown });
});

test('two accounts cannot have one address', async () => {
  const email = `${v7()}@example.test`;
  await createUser(visitor, { name: 'One', email, passwordHash: null });
  await expect(createUser(visitor, { name: 'Two', email, passwordHash: null })).rejects.toMatchObject({
    status: 409,
    code: 'email-taken',
  });
});
