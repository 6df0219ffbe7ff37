import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CommandError, run } from './processes.mjs';

/**
 * True when node_modules holds what package-lock.json asks for. npm itself writes down what it has installed, at the
 * end: an installation that was cut short, or an older one, is seen.
 */
export function isInstalled(root, { dev }) {
  const receipt = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(receipt)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(receipt);
  return Object.entries(packages(path.join(root, 'package-lock.json'))).every(
    ([place, wanted]) =>
      place === '' || wanted.optional || (wanted.dev && !dev) || installed[place]?.version === wanted.version,
  );
}

/**
 * Installs what package-lock.json names. `npm ci` begins by deleting everything, so it is for a fresh clone; and it
 * refuses a lock file that does not list the binaries of all other platforms. `npm install` adds what is missing.
 */
export async function install(root, { dev }) {
  const flags = ['--no-audit', '--no-fund', '--loglevel=error', dev ? '--include=dev' : '--omit=dev'];
  const npm = (...args) => run('npm', [...args, ...flags], { cwd: root });
  const fresh = !existsSync(path.join(root, 'node_modules'));
  const done = fresh && (await npm('ci').then(() => true, acceptRefusal));
  if (!done) await npm('install', '--no-save');
}

function acceptRefusal(error) {
  if (error instanceof CommandError && error.output.includes('EUSAGE')) return false;
  throw error;
}
