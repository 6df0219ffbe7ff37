// `npm run cruxbook -- COMMAND`: the command line, on the database of the app, which may run or not.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { sparing } from './app.mjs';
import { installPackages, root } from './checkout.mjs';
import { runToTheEnd } from './closing.mjs';
import { borrowDatabase, readSettings, siteEnvironment } from './site.mjs';
import { talkOnStandardError } from './terminal.mjs';

talkOnStandardError(); // what the command prints is for machines

const words = process.argv.slice(2);
const onlyAsks = words.length === 0 || words.includes('--help');

await runToTheEnd(async () => {
  await installPackages({ dev: false });
  const settings = await readSettings();
  const site = onlyAsks ? settings : await borrowDatabase(settings);
  // npm changes to the project's folder: INIT_CWD is where the person stands.
  const env = {
    INIT_CWD: process.cwd(),
    ...siteEnvironment(site),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
  const flags = [sparing, '--conditions=react-server', '--import=tsx', path.join('cli', 'cruxbook.ts')];
  const child = spawn(process.execPath, [...flags, ...words], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
});
