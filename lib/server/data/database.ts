import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { config } from '@/lib/server/config';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';
import { busyWithIt, turnstile } from './turnstile';

type Transaction = Prisma.TransactionClient;

/**
 * Milliseconds to wait for a connection while all are taken: longer than one statement may hold one, and less than the
 * ten seconds after which a browser gives up and says that nobody answers.
 */
const patience = 8_000;

/** A pool waits as long for a new connection as for one that comes back; a server that is there is quicker. */
class Client extends pg.Client {
  constructor(options?: pg.ClientConfig) {
    super({ ...options, connectionTimeoutMillis: 2_000 });
  }
}

function connect() {
  const { DATABASE_URL, PG_POOL } = config();
  const pool = new pg.Pool({
    Client,
    connectionString: DATABASE_URL,
    max: PG_POOL,
    connectionTimeoutMillis: patience,
    // A server that stands still keeps to no timeout of its own.
    query_timeout: 7_000,
    idleTimeoutMillis: 30_000,
    // Compiling a query takes PostgreSQL longer than any of ours takes to run.
    options:
      '-c jit=off -c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000 -c TimeZone=UTC',
  });
  // Without a listener, a server that goes away ends the process.
  pool.on('error', () => {});
  // What reads a whole corpus may take minutes: half of the connections are left to who reads a page.
  const snapshots = turnstile({ places: Math.ceil(PG_POOL / 2), patience });
  return { pool, snapshots, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

// One pool a process: Next loads this module once per bundle and again at each reload in development.
const store = globalThis as unknown as { cruxbookDatabase?: ReturnType<typeof connect> };
const database = () => {
  store.cruxbookDatabase ??= connect();
  return store.cruxbookDatabase;
};

const ambient = new AsyncLocalStorage<Transaction>();

/** The Prisma client, or the transaction that the caller stands in. */
export const db = (): Transaction => ambient.getStore() ?? database().prisma;

/** Runs `work` in one transaction of so many milliseconds; a transaction inside a transaction is the same one. */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  { timeout = 10_000 } = {},
): Promise<T> {
  const current = ambient.getStore();
  if (current) return work(current);
  return database().prisma.$transaction((tx) => ambient.run(tx, () => work(tx)), {
    maxWait: patience + 500, // so that the pool says first that all are taken
    timeout,
  });
}

/**
 * Hand-written SQL for the paths that must be fast: one prepared statement, past the ORM.
 * Inside a transaction it runs in that transaction.
 */
export async function query<Row extends object>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const current = ambient.getStore();
  if (current) return current.$queryRawUnsafe<Row[]>(text, ...values);
  const { rows } = await database().pool.query<Row>({ name, text, values });
  return rows;
}

/** Everything read through it is of the same moment. */
export interface Snapshot {
  query<Row extends object>(text: string, values: unknown[]): Promise<Row[]>;
  /** Rows as PostgreSQL writes their columns, so many at a time: for more of them than fit into memory. */
  batches(text: string, values: unknown[]): AsyncGenerator<Cells[]>;
}
export type Cells = (string | null)[];

/** Milliseconds: for one statement, and for whoever takes the rows away. */
const snapshotPatience = 60_000;
const batchRows = 1_000;

/** Reads as of one moment on a connection of its own, which is given back when the reading ends or is given up. */
export async function* inSnapshot<T>(read: (snapshot: Snapshot) => AsyncGenerator<T>): AsyncGenerator<T> {
  const { pool, snapshots } = database();
  const asked = performance.now();
  await snapshots.enter();
  try {
    // Whoever stood in line has waited for that part of their time.
    const client = await within(patience - (performance.now() - asked), pool.connect());
    yield* inSnapshotOn(client, read);
  } finally {
    snapshots.leave();
  }
}

/** Milliseconds: a new connection takes as many, also for those who stood in line till the last moment. */
const shortest = 500;

/** A connection, so many milliseconds from now at the latest, or `shortest`; one that comes later is given back. */
async function within(milliseconds: number, coming: Promise<pg.PoolClient>): Promise<pg.PoolClient> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(busyWithIt()), Math.max(shortest, milliseconds));
  });
  try {
    return await Promise.race([coming, late]);
  } catch (error) {
    coming.then(
      (client) => client.release(),
      () => {},
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function* inSnapshotOn<T>(client: pg.PoolClient, read: (snapshot: Snapshot) => AsyncGenerator<T>) {
  // PostgreSQL ends the connection of who takes too long; the next read says so.
  const ended = () => {};
  client.on('error', ended);
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = ${snapshotPatience};
       SET LOCAL idle_in_transaction_session_timeout = ${snapshotPatience}; SET LOCAL work_mem = '32MB'`,
    );
    yield* read(snapshotOn(client));
  } finally {
    const closed = await client.query('ROLLBACK').catch((error: Error) => error);
    client.off('error', ended);
    client.release(closed instanceof Error ? closed : undefined);
  }
}

const unparsed = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;

function snapshotOn(client: pg.PoolClient): Snapshot {
  const ask = <Row extends object>(text: string, values: unknown[] = []) =>
    client.query<Row>({ text, values, ...patient }).then(({ rows }) => rows);
  return {
    query: ask,
    async *batches(text, values) {
      await ask(`DECLARE batch NO SCROLL CURSOR FOR ${text}`, values);
      const fetch = () => {
        const text = `FETCH ${batchRows} FROM batch`;
        const rows = client.query<Cells>({ text, rowMode: 'array', types: unparsed, ...patient });
        rows.catch(() => {}); // it may fail before anybody waits for it
        return rows;
      };
      let next = fetch();
      try {
        while (true) {
          const { rows } = await next;
          if (rows.length === 0) break;
          // PostgreSQL works on these while the caller works on the last ones.
          next = fetch();
          yield rows;
        }
      } finally {
        await next.catch(() => {});
      }
      await ask('CLOSE batch');
    },
  };
}

/** pg's own limit, which every query may set for itself, though its types do not say so. */
const patient = { query_timeout: snapshotPatience + 5_000 };

export async function closeDatabase(): Promise<void> {
  const open = store.cruxbookDatabase;
  delete store.cruxbookDatabase;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
