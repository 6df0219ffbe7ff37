// Brings a checkout to the point where the app can run: packages, Prisma client, build. One at a time per checkout.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, buildFolder, generate, isGenerated } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { waitForLock } from './lock.mjs';
import { giveUp, say, step } from './terminal.mjs';

export const root = path.dirname(import.meta.dirname);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  giveUp(`Cruxbook needs Node 20.19 or newer. This is ${process.versions.node}.`);

/**
 * Does `work` unless `done()` says that nothing is to do, and while no other start, test or build of this checkout does
 * the same. What another has done meanwhile is not done again.
 */
async function ensure(done, work) {
  if (done()) return;
  const release = await waitForLock(path.join(root, '.building'), ({ pid }) =>
    say(`… waiting for process ${pid}, which installs or builds here`),
  );
  try {
    if (!done()) await work();
  } finally {
    release();
  }
}

/** npm's packages, and the database client that is generated from the schema. */
export async function installPackages({ dev }) {
  await ensure(
    () => isInstalled(root, { dev }),
    () => step('Installing packages from npm', () => install(root, { dev })),
  );
  await ensure(
    () => isGenerated(root),
    () => step('Generating the database client', () => generate(root)),
  );
}

/** The folder of a build of the sources as they are. */
export async function buildApp() {
  const folder = buildFolder(root);
  await ensure(
    () => existsSync(folder),
    () => step('Building the app', () => build(root, folder)),
  );
  return folder;
}
