import { createUser } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { hashPassword } from './password';

/** Of every account that `newAccount` makes. */
export const password = 'wind over the estuary';

let passwordHash: Promise<string> | undefined;

/** Makes an account for Una, and returns its e-mail address. */
export async function newAccount(): Promise<string> {
  passwordHash ??= hashPassword(password);
  const email = `${crypto.randomUUID()}@example.test`;
  await createUser(visitor, { name: 'Una', email, passwordHash: await passwordHash });
  return email;
}
