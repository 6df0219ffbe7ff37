import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '@/lib/core/api/problem';
import { config } from '@/lib/server/config';
import { sharedLimiter } from '@/lib/server/data/rate-limit-store';

type Limits = Record<string, readonly [points: number, seconds: number]>;

/** Requests allowed in so many seconds, per person or (signed out) per address, on all instances together. */
const ofAllInstances = {
  import: [60, 600],
  export: [60, 600],
  invite: [60, 86_400],
  'try-invitation': [10, 600],
  'create-group': [30, 3600],
  'sign-up': [10, 3600],
  'sign-in': [20, 900],
  // Failures, and mails: lib/server/auth/sign-in-limit.ts.
  'sign-in-account': [5, 900],
  'sign-in-address': [20, 900],
  'mail-account': [3, 3600],
  'mail-address': [10, 3600],
} as const satisfies Limits;

/** The same on each instance for itself: what people do all the time must not cost a way to the database. */
const ofEachInstance = {
  annotate: [60, 60],
  edit: [120, 60],
  react: [120, 60],
  note: [240, 60],
  // Live streams: a page opens up to two, and again whenever somebody comes back to its tab.
  connect: [120, 60],
  search: [60, 60],
  // Figures of agreement: a class looks at them from one address.
  measure: [120, 60],
  // A few while somebody types.
  jump: [240, 60],
  webhook: [20, 60],
  token: [600, 60],
  // Per address.
  'wrong-token': [30, 60],
  // Feeds, and what visitors read of containers: programs come back without end.
  visit: [120, 60],
} as const satisfies Limits;

const limits = { ...ofAllInstances, ...ofEachInstance };
export type LimitName = keyof typeof limits;

type Limiter = ReturnType<typeof sharedLimiter> | RateLimiterMemory;
const limiters = new Map<LimitName, Limiter>();

/** Counts for one limit; `spend` is what refuses. */
export function limiter(name: LimitName): Limiter {
  const found = limiters.get(name);
  if (found) return found;
  const [allowed, duration] = limits[name];
  const points = Math.max(1, Math.round(allowed * config().RATE_LIMIT_FACTOR));
  const made =
    name in ofAllInstances
      ? sharedLimiter(name, points, duration)
      : new RateLimiterMemory({ keyPrefix: name, points, duration });
  limiters.set(name, made);
  return made;
}

/** Throws a 429 with `Retry-After` when `who` has used up the limit. */
export async function spend(name: LimitName, who: string): Promise<void> {
  try {
    await limiter(name).consume(who);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    const wait = retryAfter > 90 ? `${Math.ceil(retryAfter / 60)} minutes` : `${retryAfter} seconds`;
    throw new Problem(429, 'too-many', `Too many tries. Wait ${wait}, then try again.`, { retryAfter });
  }
}
