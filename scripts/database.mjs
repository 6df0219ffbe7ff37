import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { initialise, running, startPatiently, stop } from './postgres.mjs';
import { freePort, identity, whyNotListen } from './processes.mjs';

const name = 'cruxbook';
/** For data that nobody will miss: four times quicker, and unsafe in a crash. */
const careless = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
const temporary = /^cruxbook-pg-(\d+)-/;

/**
 * The embedded database of a data folder: started, or taken over from a run that was killed, or shared with one that
 * goes on. `stop` stops it. Its port and password are remembered in the folder.
 */
export async function embeddedDatabase(dataFolder) {
  const dir = path.join(dataFolder, 'pg');
  const file = path.join(dataFolder, 'postgres.json');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (existsSync(path.join(dir, 'PG_VERSION')) && !known.password)
    throw new Error(`${file} is missing: it holds the password of the database in ${dir}.`);
  const password = known.password ?? randomBytes(24).toString('base64url');
  const remember = (port) => writeFileSync(file, JSON.stringify({ port, password }), { mode: 0o600 });
  if (!known.password) remember(null);
  await initialise(dir, password);
  const already = running(dir);
  if (!already)
    await startOnFreePort(dir, { port: known.port, log: path.join(dataFolder, 'postgres.log'), remember });
  const { port } = running(dir);
  await createDatabase(port, password);
  return { url: databaseUrl(port, password), stop: () => stop(dir), shared: Boolean(already) };
}

/** The address of the embedded database of a data folder while it runs, else null. */
export function runningDatabaseUrl(dataFolder) {
  const server = running(path.join(dataFolder, 'pg'));
  if (!server?.ready) return null;
  const { password } = JSON.parse(readFileSync(path.join(dataFolder, 'postgres.json'), 'utf8'));
  return databaseUrl(server.port, password);
}

/** A database of its own in a temporary `folder`, empty; all that lies there is gone after `stop`. */
export async function temporaryDatabase() {
  await sweep();
  const folder = mkdtempSync(path.join(os.tmpdir(), `cruxbook-pg-${process.pid}-`));
  const dir = path.join(folder, 'pg');
  const password = randomBytes(24).toString('base64url');
  await initialise(dir, password, ['--no-sync']);
  let port;
  await startOnFreePort(dir, {
    log: path.join(folder, 'postgres.log'),
    flags: careless,
    remember: (p) => {
      port = p;
    },
  });
  await createDatabase(port, password);
  return {
    url: databaseUrl(port, password),
    folder,
    stop: async () => {
      await stop(dir);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Removes what temporary databases of our killed runs left behind. */
async function sweep() {
  for (const entry of readdirSync(os.tmpdir())) {
    const [, pid] = temporary.exec(entry) ?? [];
    const folder = path.join(os.tmpdir(), entry);
    if (!pid || identity(pid) || statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.())
      continue;
    await stop(path.join(folder, 'pg'));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnFreePort(dir, { port, log, flags, remember }) {
  for (let attempt = 1; ; attempt++) {
    const chosen = attempt === 1 && port && !(await whyNotListen(port)) ? port : await freePort();
    try {
      await startPatiently(dir, { port: chosen, log, flags });
      return remember(chosen);
    } catch (error) {
      // Somebody else may have taken the port between the look and the start.
      if (attempt === 3 || !/could not (bind|create any TCP)/.test(error.message))
        throw new Error(`PostgreSQL did not start: ${error.message}`);
    }
  }
}

/** Role and database bear the same name. */
function databaseUrl(port, password, role = name) {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${role}`;
}

/** The app's own role owns the database but may not touch the server; CREATEDB is for Prisma's shadow database. */
async function createDatabase(port, password) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl(port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
    if (!role.rowCount) await client.query(`CREATE ROLE ${name} LOGIN CREATEDB PASSWORD '${password}'`);
    await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
  } finally {
    await client.end();
  }
}
