import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serve } from './app.mjs';
import { findBrowser } from './browser.mjs';
import { buildApp, root } from './checkout.mjs';
import { run } from './processes.mjs';
import { prepareDatabase, siteEnvironment, throwAwaySite } from './site.mjs';
import { step } from './terminal.mjs';
import { countPlaywright, countStep, countVitest } from './test-counts.mjs';

/** Every check, in the order of cost. Each returns counts, and the failure that made its program end badly, if any. */
export const steps = {
  lint: () => once(lint),
  types: () => once(checkTypes),
  unit: () => vitest('core', 'unit'),
  data: () => vitest('data'),
  checkers: () => vitest('checkers'),
  build: () => once(buildApp),
  e2e: journeys,
};

function node(script, ...args) {
  return run(process.execPath, [path.join('node_modules', script), ...args], { cwd: root });
}

/** A check that passes or fails as a whole. */
async function once(check) {
  const failure = await failureOf(check());
  return { ...countStep({ passed: failure ? 0 : 1, failed: 0 }, !failure), failure };
}

/** A check whose program writes a report to the file that it is given. */
async function reported(count, check) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-report-'));
  const file = path.join(folder, 'report.json');
  const failure = await failureOf(check(file));
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : null;
  rmSync(folder, { recursive: true });
  return { ...countStep(counts, !failure), failure };
}

function failureOf(promise) {
  return promise.then(
    () => undefined,
    (error) => error,
  );
}

/** Form and habits, then what nothing uses: files, exports, packages. */
async function lint() {
  await node('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.');
  await node('knip/bin/knip.js');
}

async function checkTypes() {
  await node('next/dist/bin/next', 'typegen');
  await node('typescript/bin/tsc', '--noEmit');
}

function vitest(...projects) {
  return reported(countVitest, (file) =>
    node(
      'vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ),
  );
}

/** Journeys in a browser against the production build, on a site of their own with the sample group. */
function journeys() {
  return reported(countPlaywright, async (file) => {
    const CRUXBOOK_CHROMIUM = await findBrowser();
    const folder = await buildApp();
    const settings = await throwAwaySite(quick);
    const { setupLink } = await prepareDatabase(settings);
    await step('Starting the app', () => serve(folder, settings));
    const env = {
      ...siteEnvironment(settings),
      CRUXBOOK_CHROMIUM,
      CRUXBOOK_SETUP_LINK: setupLink ?? '',
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    };
    const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'];
    await run(process.execPath, args, { cwd: root, env });
  });
}

/** Journeys sign in and write faster than people do, and need no strong passwords. */
const quick = {
  LOG_LEVEL: 'error',
  RATE_LIMIT_FACTOR: '1000',
  ARGON2_MEMORY_KIB: '19456',
  ARGON2_PASSES: '2',
};
