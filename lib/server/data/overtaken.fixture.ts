import { query, transaction } from './database';

/** What comes of `second` when it begins while the transaction of `first` is open, and has to wait for its end. */
export async function overtaken<T>(first: () => Promise<unknown>, second: () => Promise<T>): Promise<T> {
  let [begun, commit] = [() => {}, () => {}];
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const committing = new Promise<void>((resolve) => {
    commit = resolve;
  });
  const open = transaction(async () => {
    await first();
    begun();
    await committing;
  });
  await Promise.race([beginning, open]);
  let isOver = false;
  const outcome = second().finally(() => {
    isOver = true;
  });
  outcome.catch(() => {});
  while (!isOver && !(await somebodyWaits()));
  commit();
  await open;
  return outcome;
}

async function somebodyWaits(): Promise<boolean> {
  const [found] = await query<{ pid: number }>(
    'who-waits',
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' LIMIT 1`,
    [],
  );
  return found !== undefined;
}
