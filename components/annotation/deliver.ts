import { ApiError } from '@/components/api-client';

/** What an answer other than yes means for something that must not be lost. */
export type Verdict = 'refused' | 'sign-in' | 'later';

/** 408 and 5xx may pass, as may silence; a conflict or a limit is told to the person, who decides. */
export function verdictOn(error: unknown): Verdict {
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 401) return 'sign-in';
  return error.status === 0 || error.status === 408 || error.status >= 500 ? 'later' : 'refused';
}

/** Milliseconds before the next try: 2 s, 4 s … at most a minute, spread so that not all come back at once. */
export const pauseBefore = (attempt: number, random: number): number =>
  Math.min(60_000, 1000 * 2 ** attempt) * (0.75 + random / 2);

interface Means<T> {
  send: () => Promise<T>;
  /** Resolves when it is worth trying again: the time is over, the network is back, or the person asks for it. */
  pause: (attempt: number) => Promise<void>;
  /** Resolves once the person has signed in again. */
  signIn: () => Promise<void>;
  /** Why it is not saved yet; null while it is being sent. */
  report: (reason: string | null) => void;
}

/** Sends until the server says yes. Throws only what the server refused for good. */
export async function deliver<T>({ send, pause, signIn, report }: Means<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    report(null);
    try {
      return await send();
    } catch (error) {
      const verdict = verdictOn(error);
      if (verdict === 'refused') throw error;
      report((error as ApiError).message);
      if (verdict === 'sign-in') await signIn().catch(() => pause(attempt));
      else await pause(attempt);
    }
  }
}
