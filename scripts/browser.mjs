import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './processes.mjs';
import { step } from './terminal.mjs';

/** The first draws no windows, so that journeys take two thirds of the time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
/** The last version for Node 20. */
const npmBrowser = '@sparticuz/chromium@147.0.0';

/** The path of a Chromium that runs on this machine: one that is here, else one that is brought here. */
export async function findBrowser() {
  for (const find of [given, installed, ofPlaywright]) {
    const browser = await find();
    if (browser && runs(browser)) return browser;
  }
  const failures = [];
  for (const [title, bring] of sources()) {
    try {
      const browser = await step(title, bring);
      if (browser && runs(browser)) return browser;
      failures.push(`${title}: it does not run`);
    } catch (error) {
      failures.push(`${title}: ${error.message.split('\n').slice(0, 3).join(' ')}`);
    }
  }
  throw new Error(
    `No browser for the tests. Install Chromium, or name one in CRUXBOOK_CHROMIUM.\n${failures.join('\n')}`,
  );
}

function runs(browser) {
  return spawnSync(browser, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

const given = () => process.env.CRUXBOOK_CHROMIUM;

function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(existsSync);
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath()].find(existsSync);
}

/** Ways to bring a browser here, the likeliest to work first. */
function sources() {
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const npm = process.platform === 'linux' && process.arch === 'x64';
  return [
    debian && ["Installing Debian's Chromium", fromDebian],
    npm && ['Installing Chromium from npm', fromNpm],
    ["Downloading Playwright's Chromium", fromPlaywright],
  ].filter(Boolean);
}

async function fromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  return installed();
}

async function fromNpm() {
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'cruxbook');
  const name = npmBrowser.replace(/@[^@]*$/, '');
  const home = path.join(cache, 'node_modules', name);
  if (!existsSync(home))
    await run('npm', [
      'install',
      '--prefix',
      cache,
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      npmBrowser,
    ]);
  const { default: chromium } = await import(path.join(home, 'build/esm/index.js'));
  return chromium.executablePath();
}

async function fromPlaywright() {
  await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  return ofPlaywright();
}
