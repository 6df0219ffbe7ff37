import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '@/lib/core/api/problem';
import { config } from '@/lib/server/config';

/** Requests allowed in so many seconds, per person or (signed out) per address. */
const limits = {
  annotate: [60, 60],
  edit: [120, 60],
  react: [120, 60],
  note: [240, 60],
  connect: [30, 60],
  import: [30, 3600],
  invite: [60, 86_400],
  'try-invitation': [10, 600],
  'create-group': [30, 3600],
  'sign-up': [10, 3600],
  'sign-in': [20, 900],
  token: [600, 60],
} as const satisfies Record<string, readonly [points: number, seconds: number]>;

export type LimitName = keyof typeof limits;

const limiters = new Map<LimitName, RateLimiterMemory>();

function limiter(name: LimitName): RateLimiterMemory {
  const [points, duration] = limits[name];
  const made =
    limiters.get(name) ??
    new RateLimiterMemory({ points: Math.max(1, Math.round(points * config().RATE_LIMIT_FACTOR)), duration });
  limiters.set(name, made);
  return made;
}

/** Throws a 429 with `Retry-After` when `who` has used up the limit. Counts per instance. */
export async function spend(name: LimitName, who: string): Promise<void> {
  try {
    await limiter(name).consume(who);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new Problem(429, 'too-many', `Too many requests. Try again in ${retryAfter} seconds.`, {
      retryAfter,
    });
  }
}
