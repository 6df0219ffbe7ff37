// What start, dev, test, bench and the command line have in common: settings, data folder, database.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './checkout.mjs';
import { closeAtEnd, end } from './closing.mjs';
import { embeddedDatabase, runningDatabaseUrl, temporaryDatabase } from './database.mjs';
import { holderOf, takeLock } from './lock.mjs';
import { freePort, runTypeScript, waitFor, whyNotListen } from './processes.mjs';
import { say, step } from './terminal.mjs';

/** What a TypeScript file of ours answers; ends this program when it says that something is wrong. */
async function ask(file, env, args = []) {
  const answer = await runTypeScript(path.join('scripts', file), { cwd: root, env, args });
  if (answer.wrong) await end(1, answer.wrong);
  return answer;
}

/** The settings of the environment, checked. */
export async function readSettings(env = process.env) {
  const settings = await ask('settings.ts', env);
  return { ...settings, CRUXBOOK_DATA: path.resolve(settings.CRUXBOOK_DATA) };
}

const lockOf = ({ CRUXBOOK_DATA }) => path.join(CRUXBOOK_DATA, 'running');
const command = 'a command';

/** Keeps the data folder for us: two that run on one would stop each other's database. */
export async function reserve(settings, { note = settings.APP_URL, patience = 3_000 } = {}) {
  let lock;
  const taken = () => {
    lock = takeLock(lockOf(settings), note);
    return lock.release;
  };
  try {
    mkdirSync(settings.CRUXBOOK_DATA, { recursive: true, mode: 0o700 });
    accessSync(settings.CRUXBOOK_DATA, constants.W_OK);
  } catch ({ code }) {
    await end(1, `CRUXBOOK_DATA is "${settings.CRUXBOOK_DATA}", but must be a folder to write in (${code}).`);
  }
  // A command, or a run that was just stopped, is over in a moment.
  if (await waitFor(taken, { within: patience, every: 100 })) return closeAtEnd(lock.release);
  await end(
    1,
    `Cruxbook already runs with the data in ${settings.CRUXBOOK_DATA}: process ${lock.holder.pid}, ${lock.holder.note}.\n` +
      'Stop it first, or give this one another folder and port: CRUXBOOK_DATA=.data2 PORT=3001 npm start',
  );
}

/**
 * The site for a command: on the given database, that of the running app, or the embedded one for the moment. What a
 * command writes has the addresses of the running app.
 */
export async function borrowDatabase(settings) {
  const { CRUXBOOK_DATA } = settings;
  const holder = holderOf(lockOf(settings));
  const app = holder && holder.note !== command ? holder : null;
  const url = settings.DATABASE_URL ?? (app && runningDatabaseUrl(CRUXBOOK_DATA));
  const APP_URL = process.env.APP_URL ? settings.APP_URL : (app?.note ?? settings.APP_URL);
  if (url) return { ...settings, APP_URL, DATABASE_URL: url };
  if (!existsSync(path.join(CRUXBOOK_DATA, 'pg')))
    say(`Nothing is in ${CRUXBOOK_DATA} yet: a new site begins there. For another one, set CRUXBOOK_DATA.`);
  await reserve(settings, { note: command, patience: 60_000 });
  const own = { ...settings, DATABASE_URL: await startDatabase(settings) };
  await prepareDatabase(own);
  return own;
}

export async function needPort({ PORT, HOST }) {
  let reason;
  const isFree = async () => {
    reason = await whyNotListen(PORT, HOST);
    return reason !== 'EADDRINUSE';
  };
  // A run that was killed a moment ago may still be ending.
  await waitFor(isFree, { within: 3_000 });
  if (reason) await end(1, portComplaint(reason, { PORT, HOST }));
}

function portComplaint(reason, { PORT, HOST }) {
  switch (reason) {
    case 'EADDRINUSE':
      return `Another program listens on port ${PORT} of ${HOST}. Stop it, or choose another port: PORT=${PORT + 1} npm start`;
    case 'EACCES':
      return `PORT is ${PORT}, but this user may not listen there (${reason}). Choose one above 1023, or ask a proxy to pass it on.`;
    default:
      return `HOST is "${HOST}", but must be an address of this machine (${reason}).`;
  }
}

/** The given database, or the embedded one of the data folder, running. */
export async function startDatabase(settings) {
  if (settings.DATABASE_URL) return settings.DATABASE_URL;
  const database = await step('Starting PostgreSQL', () => embeddedDatabase(settings.CRUXBOOK_DATA));
  closeAtEnd(database.stop);
  return database.url;
}

/** The environment of a site's app, and of our own TypeScript that works on its database. */
export function siteEnvironment(settings) {
  const { DATABASE_URL, CRUXBOOK_DATA, APP_URL, HOST, PORT } = settings;
  return {
    ...process.env,
    ...settings.given,
    DATABASE_URL,
    CRUXBOOK_DATA,
    APP_URL,
    HOST,
    PORT: String(PORT),
  };
}

/** Migrates the database and fills an empty one with the sample. Returns the set-up link while there is no admin. */
export function prepareDatabase(settings, args = []) {
  return step('Preparing the database', () => ask('prepare.ts', siteEnvironment(settings), args));
}

/**
 * Settings of a site on a free port with a database and a data folder of its own, all gone at the end. `given` are
 * environment variables that it has besides ours.
 */
export async function throwAwaySite(given = {}) {
  const database = await step('Starting a throw-away PostgreSQL', temporaryDatabase);
  closeAtEnd(database.stop);
  const own = { DATABASE_URL: database.url, CRUXBOOK_DATA: database.folder, HOST: '127.0.0.1', APP_URL: '' };
  const settings = await readSettings({ ...process.env, ...given, ...own, PORT: String(await freePort()) });
  return { ...settings, given };
}
