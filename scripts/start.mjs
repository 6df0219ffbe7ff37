// `npm start`: from a fresh clone to a running app. Plain Node: nothing may be installed yet.
import { serve } from './app.mjs';
import { buildApp, installPackages } from './checkout.mjs';
import { isEnding, runToTheEnd } from './closing.mjs';
import { needPort, prepareDatabase, readSettings, reserve, startDatabase } from './site.mjs';
import { parseFlags, say, seconds, step } from './terminal.mjs';

const help = `
Usage: npm start [-- FLAGS]

  --no-sample   leave out the sample group in a new database
  --help        this text

Settings are environment variables: see docs/self-hosting.md.
`;
const args = process.argv.slice(2);
parseFlags(args, ['--no-sample'], help);
const begun = performance.now();

await runToTheEnd(async () => {
  await installPackages({ dev: false });
  const settings = await readSettings();
  await reserve(settings);
  await needPort(settings);
  const build = await buildApp();
  settings.DATABASE_URL = await startDatabase(settings);
  const { setupLink, isOnlyHere, changed } = await prepareDatabase(settings, args);
  for (const name of changed) say(`! The migration ${name} is no longer what was applied to this database.`);
  const app = await step('Starting the app', () => serve(build, settings));
  say(`\nCruxbook is ready after ${seconds(begun)}: open ${settings.APP_URL}`);
  if (setupLink) say(`Set it up with this link, which works once and for an hour: ${setupLink}`);
  if (isOnlyHere)
    say('This address works on this computer only. To invite others, set APP_URL (docs/self-hosting.md).');
  say('Ctrl-C stops it.\n');
  const code = await app.ended;
  if (!isEnding()) say(`\nThe app ended by itself (${code}).`);
  return 1;
});
