// `npm run bench`: runs bench/*.bench.ts against the production build on a throw-away database.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { serve } from './app.mjs';
import { findBrowser } from './browser.mjs';
import { buildApp, installPackages, root } from './checkout.mjs';
import { runToTheEnd } from './closing.mjs';
import { prepareDatabase, siteEnvironment, throwAwaySite } from './site.mjs';
import { step, talkOnStandardError } from './terminal.mjs';

talkOnStandardError(); // standard output is for the figures

/** Names such as `painting` choose benchmarks; flags such as `--json` are theirs to read. */
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('-'));

await runToTheEnd(
  async () => {
    await installPackages({ dev: true });
    const CRUXBOOK_CHROMIUM = await findBrowser();
    const folder = await buildApp();
    const settings = await throwAwaySite({ LOG_LEVEL: 'error', RATE_LIMIT_FACTOR: '1000000' });
    await prepareDatabase(settings);
    await step('Starting the app', () => serve(folder, settings));
    const env = { ...siteEnvironment(settings), CRUXBOOK_CHROMIUM, CRUXBOOK_BUILD: folder };
    const codes = [];
    for (const file of benchmarks()) codes.push(await measure(file, env));
    return Math.max(...codes);
  },
  { codeWhenInterrupted: 130 },
);

function benchmarks() {
  const files = readdirSync(path.join(root, 'bench')).filter((file) => file.endsWith('.bench.ts'));
  const found = files.filter((file) => names.length === 0 || names.includes(file.replace('.bench.ts', '')));
  if (found.length === 0) throw new Error(`No such benchmark. There are: ${files.join(', ')}`);
  return found;
}

function measure(file, env) {
  const flags = ['--conditions=react-server', '--import=tsx', path.join('bench', file)];
  const options = { cwd: root, env, stdio: 'inherit' };
  const child = spawn(process.execPath, [...flags, ...args.filter((arg) => arg.startsWith('-'))], options);
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
