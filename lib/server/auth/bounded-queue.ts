import 'server-only';
import { Problem } from '@/lib/core/api/problem';

/** Runs so much at the same time, the rest in the order it came, and refuses with a 503 what would wait too long. */
export class BoundedQueue {
  readonly #slots: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(slots: number, mostWaiting: number) {
    this.#slots = slots;
    this.#mostWaiting = mostWaiting;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#turn();
    try {
      return await work();
    } finally {
      // A slot is handed on rather than freed, so nobody can slip in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy--;
    }
  }

  #turn(): Promise<void> | undefined {
    if (this.#busy < this.#slots) {
      this.#busy++;
      return;
    }
    if (this.#waiting.length >= this.#mostWaiting)
      throw new Problem(503, 'busy', 'Too many people are signing in just now. Try again in a moment.', {
        retryAfter: 2,
      });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
