import 'server-only';
import { RecentlyUsed } from './recently-used';

/**
 * What was worked out, under the key of all that it depends on, up to a size in all. What many ask for at once is worked
 * out once; what fails is not kept.
 */
export class KeptWork<Value> {
  readonly #kept: RecentlyUsed<Value>;
  readonly #begun = new Map<string, Promise<Value>>();

  /** As of `RecentlyUsed`. */
  constructor(capacity: number, sizeOf: (value: Value) => number) {
    this.#kept = new RecentlyUsed(capacity, sizeOf);
  }

  async get(key: string, work: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const making = this.#begun.get(key) ?? work().finally(() => this.#begun.delete(key));
    this.#begun.set(key, making);
    const value = await making;
    this.#kept.set(key, value);
    return value;
  }
}
