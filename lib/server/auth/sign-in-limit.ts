import 'server-only';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '@/lib/core/api/problem';
import { config } from '@/lib/server/config';
import { sharedLimiter } from '@/lib/server/data/rate-limit-store';
import { hashToken } from './secret-token';

const quarter = 15 * 60;
const hour = 60 * 60;

/** Failures, or mails, allowed in so many seconds. People's addresses are hashed: they lie in no table but their own. */
const limits = {
  'sign-in-account': [5, quarter],
  'sign-in-address': [20, quarter],
  'mail-account': [3, hour],
  'mail-address': [10, hour],
} as const satisfies Record<string, readonly [points: number, seconds: number]>;

type LimitName = keyof typeof limits;

const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiter(name: LimitName): RateLimiterPostgres {
  const [points, seconds] = limits[name];
  const allowed = Math.max(1, Math.round(points * config().RATE_LIMIT_FACTOR));
  const made = limiters.get(name) ?? sharedLimiter(name, allowed, seconds);
  limiters.set(name, made);
  return made;
}

/**
 * Spends one try to sign in, or throws a 429. Tries are counted per account *and* address together, so that somebody
 * elsewhere who guesses cannot lock the owner out; and per address, so that nobody walks through all accounts. Call
 * the answer after a success: it gives the tries back, and a class behind one address can sign in.
 */
export async function spendTry(email: string, address: string) {
  const account = limiter('sign-in-account');
  const source = limiter('sign-in-address');
  const key = hashToken(`${email} ${address}`);
  await refuse(source.consume(address));
  await refuse(account.consume(key));
  return async () => {
    await Promise.all([account.delete(key), source.reward(address)]);
  };
}

/** Spends one mailed link, or throws a 429: nobody's mailbox is filled, wherever the wishes come from. */
export async function spendMail(email: string, address: string): Promise<void> {
  await refuse(limiter('mail-address').consume(address));
  await refuse(limiter('mail-account').consume(hashToken(email)));
}

async function refuse(consumed: Promise<unknown>): Promise<void> {
  try {
    await consumed;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    const wait = retryAfter > 90 ? `${Math.ceil(retryAfter / 60)} minutes` : `${retryAfter} seconds`;
    throw new Problem(429, 'too-many', `Too many tries. Wait ${wait}, then try again.`, { retryAfter });
  }
}
