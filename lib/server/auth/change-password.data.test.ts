import { beforeEach, describe, expect, test } from 'vitest';
import { createUser } from '@/lib/server/data/users';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { changePassword } from './change-password';
import { checkPassword } from './check-password';
import { hashPassword } from './password';

const [old, fresh] = ['wind over the estuary', 'gulls above the harbour'];
const session = '00000000-0000-7000-8000-000000000000';
let email: string;
let viewer: Viewer;

async function account(password: string | null) {
  email = `${crypto.randomUUID()}@example.test`;
  const passwordHash = password === null ? null : await hashPassword(password);
  viewer = { user: await createUser(visitor, { name: 'Una', email, passwordHash }), scope: 'write', session };
}

beforeEach(() => account(old));

const worksWith = (password: string) =>
  checkPassword({ email, password }, new Headers({ 'x-forwarded-for': email })).then(
    () => true,
    () => false,
  );

describe('a password', () => {
  test('changes for whoever knows the current one', async () => {
    await changePassword(viewer, { current: old, password: fresh });
    expect([await worksWith(old), await worksWith(fresh)]).toEqual([false, true]);
  });

  test.each([undefined, '', 'wrong'])('stays when the current one is given as %j', async (current) => {
    await expect(changePassword(viewer, { current, password: fresh })).rejects.toMatchObject({
      status: 422,
      extensions: { issues: [{ path: ['current'] }] },
    });
    expect(await worksWith(old)).toBe(true);
  });

  test('does not become one that anybody would try', async () => {
    await expect(changePassword(viewer, { current: old, password: 'password1' })).rejects.toMatchObject({
      code: 'weak-password',
    });
  });
});

describe('an account without a password', () => {
  beforeEach(() => account(null));

  test('gets one in a session', async () => {
    await changePassword(viewer, { password: fresh });
    expect(await worksWith(fresh)).toBe(true);
  });
});
