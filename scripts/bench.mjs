// `npm run bench`: runs bench/*.bench.ts against the production build on a throw-away database.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { serve, sparing } from './app.mjs';
import { findBrowser } from './browser.mjs';
import { buildApp, installPackages, root } from './checkout.mjs';
import { runToTheEnd } from './closing.mjs';
import { prepareDatabase, siteEnvironment, throwAwaySite } from './site.mjs';
import { giveUp, parseFlags, step, talkOnStandardError } from './terminal.mjs';

talkOnStandardError(); // standard output is for the figures

const benchmarks = readdirSync(path.join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const help = `
Usage: npm run bench [-- --only NAME,NAME] [--json]

Benchmarks: ${benchmarks.join(', ')}
--json      one JSON object a figure, for programs
`;
const { only, json } = parseFlags(flags(), ['--only', '--json'], help);
const chosen = only ? String(only).split(',') : benchmarks;
const unknown = chosen.find((name) => !benchmarks.includes(name));
if (unknown) giveUp(`There is no benchmark "${unknown}".\n\n${help.trim()}`);

await runToTheEnd(
  async () => {
    await installPackages({ dev: true });
    const CRUXBOOK_CHROMIUM = await findBrowser();
    const folder = await buildApp();
    const settings = await throwAwaySite({ LOG_LEVEL: 'error', RATE_LIMIT_FACTOR: '1000000' });
    await prepareDatabase(settings);
    const { pid } = await step('Starting the app', () => serve(folder, settings));
    const env = {
      ...siteEnvironment(settings),
      CRUXBOOK_CHROMIUM,
      CRUXBOOK_BUILD: folder,
      CRUXBOOK_PID: String(pid),
    };
    const codes = [];
    for (const name of chosen) codes.push(await measure(name, env));
    return Math.max(...codes);
  },
  { codeWhenInterrupted: 130 },
);

/** `--only painting`, as people write it, is the same as `--only=painting`. */
function flags() {
  return process.argv.slice(2).join(' ').replace('--only ', '--only=').split(' ').filter(Boolean);
}

function measure(name, env) {
  const file = path.join('bench', `${name}.bench.ts`);
  const args = [sparing, '--conditions=react-server', '--import=tsx', file, ...(json ? ['--json'] : [])];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
