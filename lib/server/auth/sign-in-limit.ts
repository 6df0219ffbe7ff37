import 'server-only';
import { limiter, spend } from '@/lib/server/http/rate-limit';
import { hashToken } from '@/lib/server/secret-token';

/**
 * Spends one try to sign in, or throws a 429. Tries are counted per account *and* address together, so that somebody
 * elsewhere who guesses cannot lock the owner out; and per address, so that nobody walks through all accounts. Call
 * the answer after a success: it gives the tries back, and a class behind one address can sign in. People's e-mail
 * addresses are hashed: they lie in no table but their own.
 */
export async function spendTry(email: string, address: string) {
  const key = hashToken(`${email} ${address}`);
  await spend('sign-in-address', address);
  await spend('sign-in-account', key);
  return async () => {
    await Promise.all([limiter('sign-in-account').delete(key), limiter('sign-in-address').reward(address)]);
  };
}

/** Spends one mailed link, or throws a 429: nobody's mailbox is filled, wherever the wishes come from. */
export async function spendMail(email: string, address: string): Promise<void> {
  await spend('mail-address', address);
  await spend('mail-account', hashToken(email));
}
