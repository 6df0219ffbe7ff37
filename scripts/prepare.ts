// Makes the database of DATABASE_URL ready for the app: waits for it, migrates it, fills an empty one with the sample.
import pg from 'pg';
import { isThisMachine } from '@/lib/core/access/this-machine';
import { createSetupLink } from '@/lib/server/auth/setup-link';
import { closeDatabase } from '@/lib/server/data/database';
import { migrate } from '@/lib/server/data/migrations';
import { isEmpty } from '@/lib/server/data/sample';
import { visitor } from '@/lib/server/data/viewer';

const oldestServer = 150_000;
/** A database that is starting up, or whose machine is: worth waiting for. */
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '57P03']);
const patience = 60_000;

async function serverVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version_num') AS version",
    );
    return Number(rows[0]?.version);
  } finally {
    await client.end();
  }
}

async function waitForDatabase(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const server = `The database at ${hostname}:${port || 5432}`;
  const end = performance.now() + patience;
  for (let attempt = 1; ; attempt++) {
    try {
      const version = await serverVersion(url);
      if (version >= oldestServer) return;
      throw new Error(`the server is PostgreSQL ${Math.floor(version / 10_000)}, but must be 15 or newer`);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (!passing.has(code ?? '') || performance.now() > end)
        throw new Error(`${server} cannot be used: ${message || code}.`);
      if (attempt === 4) console.error(`${server} does not answer yet (${code}). Trying for a minute …`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function prepare(url: string) {
  await waitForDatabase(url);
  const { changed } = await migrate(url);
  if (!process.argv.includes('--no-sample') && (await isEmpty(visitor))) {
    // What it needs to read essays is too much to load at every start.
    const { seedSample } = await import('@/prisma/seed/seed');
    await seedSample();
  }
  const setupLink = await createSetupLink();
  return { changed, setupLink, isOnlyHere: setupLink !== null && isThisMachine(setupLink) };
}

try {
  process.send?.(await prepare(process.env.DATABASE_URL ?? ''));
} catch (error) {
  process.send?.({ wrong: (error as Error).message });
}
await closeDatabase();
process.disconnect?.();
