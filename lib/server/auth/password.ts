import 'server-only';
import { randomBytes } from 'node:crypto';
import { hash as argon2, type Options, verify } from '@node-rs/argon2';
import { config } from '@/lib/server/config';
import { BoundedQueue } from './bounded-queue';

/** Argon2id, the library's default algorithm. The settings do not go below the floors of ASVS 5.0, appendix C. */
function parameters(): Required<Pick<Options, 'memoryCost' | 'timeCost' | 'parallelism'>> {
  const { ARGON2_MEMORY_KIB, ARGON2_PASSES, ARGON2_PARALLELISM } = config();
  return { memoryCost: ARGON2_MEMORY_KIB, timeCost: ARGON2_PASSES, parallelism: ARGON2_PARALLELISM };
}

/** Checks that may wait, two seconds' worth on a small machine: who comes later does better to come again. */
const mostWaiting = 64;

let queue: BoundedQueue | undefined;

/** 64 MiB each, as it is usually set: a flood of sign-ins must not take all memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  queue ??= new BoundedQueue(config().ARGON2_CONCURRENCY, mostWaiting);
  return queue.run(work);
}

/** Of the exact characters: nothing is trimmed, cut or normalised (ASVS 6.2.8). */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => argon2(password, parameters()));

let decoy: string | undefined;

/**
 * Whether a password is the one that was hashed. Without a hash (nobody has this address, or they sign in another
 * way) the answer is no, after the same work, so that the time tells nothing.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(async () => {
    decoy ??= await argon2(randomBytes(16).toString('hex'), parameters());
    return verify(stored ?? decoy, password);
  });
  return matches && stored !== null;
}

/** Whether a hash was made with weaker parameters than today's. */
export function isOutdated(stored: string): boolean {
  const [, memory = 0, time = 0] = (/\$m=(\d+),t=(\d+),/.exec(stored) ?? []).map(Number);
  const { memoryCost, timeCost } = parameters();
  return memory < memoryCost || time < timeCost;
}
