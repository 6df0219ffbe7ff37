import 'server-only';
import { query } from './database';
import { pendingMigrations } from './migrations';

/** How long the database may take to answer, in milliseconds. */
const patience = 1_000;

/** Why this instance cannot serve now, or null when it can: the database answers and all migrations are in. */
export async function whyNotReady(): Promise<string | null> {
  const ask = (sql: string) => query<{ migration_name: string }>('applied migrations', sql, []);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  try {
    const pending = await Promise.race([pendingMigrations(ask), late]);
    if (pending === null) return 'The database does not answer.';
    return pending.length > 0 ? `Migrations are missing: ${pending.join(', ')}.` : null;
  } catch {
    return 'The database cannot be used.';
  } finally {
    clearTimeout(timer);
  }
}
