import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** The lock that Prisma Migrate takes, so that both keep out of each other's way. */
const migrateLock = 72707369;

/** Prisma's own table, so that `prisma migrate status`, `deploy` and `dev` agree with us. */
const migrationTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of `sql`, as Prisma computes it. */
  checksum: string;
}

export interface MigrationReport {
  /** Names of the migrations that this run applied, in order. */
  applied: string[];
  /** Names of migrations whose SQL is no longer what was applied. */
  changed: string[];
}

/** Also inside the built server, which carries a copy of the migrations and runs in its own folder. */
const defaultFolder = () => path.join(process.cwd(), 'prisma', 'migrations');

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Applies the migrations that the database lacks, each in one transaction with its entry in the list: a run that is
 * killed leaves a whole migration or nothing. Several may run at once; one works, the others wait.
 * Throws when a migration fails, or when the database is newer than this code.
 */
export async function migrate(databaseUrl: string, folder = defaultFolder()): Promise<MigrationReport> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrateLock]);
    await client.query(migrationTable);
    const done = await appliedMigrations(client);
    refuseUnknown([...done.keys()], migrations);
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) await apply(client, migration);
    return {
      applied: missing.map(({ name }) => name),
      changed: migrations
        .filter(({ name, checksum }) => done.has(name) && done.get(name) !== checksum)
        .map(({ name }) => name),
    };
  } finally {
    await client.end();
  }
}

/** Checksum by name. */
async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const failed = rows.find((row) => !row.finished);
  if (failed)
    throw new Error(
      `Migration ${failed.name} was begun by another tool and not finished. ` +
        'See `npx prisma migrate resolve --help`.',
    );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseUnknown(applied: string[], migrations: Migration[]): void {
  const unknown = applied.find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown)
    throw new Error(
      `The database has the migration ${unknown}, which this version of Cruxbook does not know. ` +
        'It was used by a newer version: start that one.',
    );
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new Error(`Migration ${name} failed and was rolled back: ${String(error)}`, { cause: error });
  }
}

/**
 * Names of the migrations that the database lacks, for the readiness check. `query` runs one SQL statement and gives
 * its rows; it throws when the database does not answer, or was never migrated.
 */
export async function pendingMigrations(
  query: (sql: string) => Promise<{ migration_name: string }[]>,
  folder = defaultFolder(),
): Promise<string[]> {
  const [rows, migrations] = await Promise.all([
    query(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    ),
    readMigrations(folder),
  ]);
  const done = new Set(rows.map((row) => row.migration_name));
  return migrations.map(({ name }) => name).filter((name) => !done.has(name));
}
