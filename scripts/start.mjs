// `npm start`: from a fresh clone to a running app. Plain Node: nothing may be installed yet.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildApp, installPackages, root } from './checkout.mjs';
import { takeLock } from './lock.mjs';
import { CommandError, portIsFree, runTypeScript, waitFor } from './processes.mjs';
import { giveUp, parseFlags, say, seconds, step } from './terminal.mjs';

const help = `
Usage: npm start [-- FLAGS]

  --no-sample   leave out the sample group in a new database
  --help        this text

Settings are environment variables: see docs/self-hosting.md.
`;

/** What has to be closed at the end, last opened first. */
const open = [];
let ending;

parseFlags(process.argv.slice(2), ['--no-sample'], help);
const begun = performance.now();
process.on('SIGINT', interrupted).on('SIGTERM', interrupted).on('SIGHUP', interrupted);
endWithNpm();
try {
  await start();
} catch (error) {
  process.stderr.write(`\n${error instanceof CommandError ? error.message : (error.stack ?? error)}\n`);
  await end(1);
}

async function start() {
  await installPackages({ dev: false });
  const settings = await ask('settings.ts');
  const dataFolder = path.resolve(settings.CRUXBOOK_DATA);
  reserve(dataFolder, settings);
  await needPort(settings);
  const build = await buildApp();
  if (!settings.DATABASE_URL) settings.DATABASE_URL = await startDatabase(dataFolder);
  const { setupLink } = await step('Preparing the database', () =>
    ask('prepare.ts', { DATABASE_URL: settings.DATABASE_URL, APP_URL: settings.APP_URL }, [
      ...process.argv.slice(2),
    ]),
  );
  const app = await step('Starting the app', () => serveApp(build, settings));
  say(`\nCruxbook is ready after ${seconds(begun)}: open ${settings.APP_URL}`);
  if (setupLink) say(`Set it up with this link, which works once and for an hour: ${setupLink}`);
  say('Ctrl-C stops it.\n');
  const code = await app.ended;
  if (!ending) {
    process.stderr.write(`\nThe app ended by itself (${code}).\n`);
    await end(1);
  }
}

/** What a TypeScript file of ours answers. */
async function ask(file, env = {}, args = []) {
  const answer = await runTypeScript(path.join('scripts', file), {
    cwd: root,
    env: { ...process.env, ...env },
    args,
  });
  if (answer.wrong) await end(1, answer.wrong);
  return answer;
}

/** Two that run on one data folder would stop each other's database. */
function reserve(dataFolder, { APP_URL }) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const { release, holder } = takeLock(path.join(dataFolder, 'running'), APP_URL);
  if (holder)
    giveUp(
      `Cruxbook already runs with the data in ${dataFolder}: process ${holder.pid}, ${holder.note}.\n` +
        'Stop it first, or give this one another folder and port: CRUXBOOK_DATA=.data2 PORT=3001 npm start',
    );
  open.push(release);
}

async function needPort({ PORT, HOST }) {
  // A run that was killed a moment ago may still be ending.
  if (await waitFor(() => portIsFree(PORT, HOST), { within: 3_000 })) return;
  await end(
    1,
    `Another program listens on port ${PORT} of ${HOST}. Stop it, or choose another port: PORT=${PORT + 1} npm start`,
  );
}

async function startDatabase(dataFolder) {
  const { embeddedDatabase } = await import('./database.mjs');
  const database = await step('Starting PostgreSQL', () => embeddedDatabase(dataFolder));
  open.push(database.stop);
  return database.url;
}

async function serveApp(build, settings) {
  const { serve } = await import('./app.mjs');
  const app = await serve(build, settings);
  open.push(app.stop);
  return app;
}

function interrupted() {
  if (ending) process.exit(130); // the second Ctrl-C
  say('\nStopping …');
  void end(0);
}

async function end(code, sentence) {
  ending ??= (async () => {
    for (const close of open.reverse()) await close();
  })();
  await ending;
  if (sentence) giveUp(sentence);
  process.exit(code);
}

/** When npm is killed, nobody is left to stop us. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && !ending && interrupted(), 1_000).unref();
}
