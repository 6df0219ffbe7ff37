import { expect, test } from 'vitest';
import { inSnapshot, query } from './database';

test('a snapshot whose connection PostgreSQL ends fails for its reader, and for nobody else', async () => {
  const reading = inSnapshot(async function* ({ query: ask }): AsyncGenerator<number> {
    const [row] = await ask<{ pid: number }>('SELECT pg_backend_pid() AS pid', []);
    yield row!.pid;
    await ask('SELECT 1', []);
  });
  const { value: pid } = await reading.next();
  await query('end-backend', 'SELECT pg_terminate_backend($1::int)', [pid]);
  while ((await query('backend', 'SELECT 1 FROM pg_stat_activity WHERE pid = $1::int', [pid])).length > 0);
  await expect(reading.next()).rejects.toThrow();
  expect(await query('alive', 'SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
});
