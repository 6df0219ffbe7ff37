import pg from 'pg';
import { vi } from 'vitest';

/** The names of the statements that something asks PostgreSQL for, outside of transactions. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked = vi.spyOn(pg.Pool.prototype, 'query');
  await work();
  const names = asked.mock.calls.map(([given]) => (given as unknown as { name: string }).name);
  asked.mockRestore();
  return names;
}
