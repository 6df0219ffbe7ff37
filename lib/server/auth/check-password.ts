import 'server-only';
import type { Me } from '@/lib/core/api/account';
import { Problem } from '@/lib/core/api/problem';
import { accountOf, rehash } from '@/lib/server/data/users';
import { visitor } from '@/lib/server/data/viewer';
import { clientAddress } from '@/lib/server/http/client-address';
import { hashPassword, isOutdated, passwordMatches } from './password';
import { spendTry } from './sign-in-limit';

/**
 * The user whom this e-mail and password belong to. Throws one and the same 401, after the same work, for
 * an unknown address and for a wrong password; a 429 after too many tries.
 */
export async function checkPassword(
  credentials: { email: string; password: string },
  headers: Headers,
): Promise<Me> {
  const email = credentials.email.trim().toLowerCase();
  const giveBack = await spendTry(email, clientAddress(headers));
  const known = email.isWellFormed() && !email.includes('\0') ? await accountOf(visitor, email) : null;
  const matches = await passwordMatches(known?.passwordHash ?? null, credentials.password);
  if (!known?.passwordHash || !matches)
    throw new Problem(401, 'credentials', 'E-mail address or password is not right.');
  await giveBack();
  if (isOutdated(known.passwordHash))
    await rehash(visitor, known.user.id, await hashPassword(credentials.password));
  return known.user;
}
