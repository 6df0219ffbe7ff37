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

/** Does `work` while no other start, test or build of this checkout installs or builds. */
async function alone(work) {
  const release = await waitForLock(path.join(root, '.building'), ({ pid }) =>
    say(`… waiting for process ${pid}, which installs or builds here`),
  );
  try {
    return await work();
  } finally {
    release();
  }
}

export function installPackages({ dev }) {
  return alone(async () => {
    if (!isInstalled(root, { dev })) await step('Installing packages from npm', () => install(root, { dev }));
    if (!isGenerated(root)) await step('Generating the database client', () => generate(root));
  });
}

/** The folder of a build of the sources as they are. */
export function buildApp() {
  return alone(async () => {
    const folder = buildFolder(root);
    if (!existsSync(folder)) await step('Building the app', () => build(root));
    return folder;
  });
}
