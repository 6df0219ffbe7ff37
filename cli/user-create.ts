import { z } from 'zod';
import { accountContracts } from '@/lib/core/api/account';
import { hashPassword } from '@/lib/server/auth/password';
import { createUser } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

const { name, email, password } = accountContracts['POST /users'].body.shape;

export const userCreate = command({
  name: 'user create',
  about: 'Make an account. The address counts as verified.',
  flags: {
    email: { value: 'ADDRESS', about: 'to sign in with' },
    name: { value: 'NAME', about: 'that others see' },
    password: { value: 'PASSWORD', about: 'at least 8 characters' },
    admin: { about: 'may administer the site' },
  },
  input: z.strictObject({ name, email, password, admin: z.boolean().default(false) }),
  async run({ name, email, password, admin }) {
    const passwordHash = await hashPassword(password);
    const user = await createUser(visitor, {
      name,
      email,
      passwordHash,
      isAdmin: admin,
      emailVerified: true,
    });
    return { json: user, text: `Made the account of ${name} (${user.id}).` };
  },
});
