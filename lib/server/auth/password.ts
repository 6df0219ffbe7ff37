import 'server-only';
import { randomBytes } from 'node:crypto';
import { hash as argon2, type Options, verify } from '@node-rs/argon2';
import { config } from '@/lib/server/config';

/** Argon2id, the library's default algorithm. The settings do not go below the floors of ASVS 5.0, appendix C. */
function parameters(): Required<Pick<Options, 'memoryCost' | 'timeCost' | 'parallelism'>> {
  const { ARGON2_MEMORY_KIB, ARGON2_PASSES, ARGON2_PARALLELISM } = config();
  return { memoryCost: ARGON2_MEMORY_KIB, timeCost: ARGON2_PASSES, parallelism: ARGON2_PARALLELISM };
}

let busy = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  // 64 MiB each, as it is usually set: a flood of sign-ins must not take all memory.
  if (busy < config().ARGON2_CONCURRENCY) busy++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    // A slot is handed on rather than freed, so nobody can slip in between.
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}

/** Of the exact characters: nothing is trimmed, cut or normalised (ASVS 6.2.8). */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => argon2(password, parameters()));

let decoy: Promise<string> | undefined;

/**
 * Whether a password is the one that was hashed. Without a hash (nobody has this address, or they sign in another
 * way) the answer is no, after the same work, so that the time tells nothing.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const known = stored ?? (await decoy);
  const matches = await inTurn(() => verify(known, password));
  return matches && stored !== null;
}

/** Whether a hash was made with weaker parameters than today's. */
export function isOutdated(stored: string): boolean {
  const [, memory = 0, time = 0] = (/\$m=(\d+),t=(\d+),/.exec(stored) ?? []).map(Number);
  const { memoryCost, timeCost } = parameters();
  return memory < memoryCost || time < timeCost;
}
