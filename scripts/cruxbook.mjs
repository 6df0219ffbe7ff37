// `npm run cruxbook -- COMMAND`: the command line, on the database of the app, which may run or not.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { installPackages, root } from './checkout.mjs';
import { runToTheEnd } from './closing.mjs';
import { borrowDatabase, readSettings, siteEnvironment } from './site.mjs';
import { talkOnStandardError } from './terminal.mjs';

talkOnStandardError(); // what the command prints is for machines

await runToTheEnd(async () => {
  await installPackages({ dev: false });
  const settings = await borrowDatabase(await readSettings());
  // npm changes to the project's folder: INIT_CWD is where the person stands.
  const env = {
    INIT_CWD: process.cwd(),
    ...siteEnvironment(settings),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
  const flags = ['--conditions=react-server', '--import=tsx', path.join('cli', 'cruxbook.ts')];
  const child = spawn(process.execPath, [...flags, ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
});
