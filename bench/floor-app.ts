import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { config } from '@/lib/server/config';
import { hashSources } from '@/scripts/build.mjs';
import { freePort, run, waitFor } from '@/scripts/processes.mjs';
import type { GeneratedEssay } from './generated-essay';

const root = process.cwd();
const sources = 'bench/floors/next';
const next = path.join(root, 'node_modules/next/dist/bin/next');

export interface FloorApp {
  url: string;
  stop(): Promise<void>;
}

/** The folder of a build of bench/floors/next as it is, beside the app's builds. */
async function floorBuild(): Promise<string> {
  const folder = path.join(root, `.next-floor-${hashSources(root, [sources, 'package-lock.json'])}`);
  if (existsSync(path.join(folder, '.next/BUILD_ID'))) return folder;
  for (const name of readdirSync(root))
    if (name.startsWith('.next-floor-')) rmSync(name, { recursive: true });
  cpSync(sources, folder, { recursive: true });
  await run(process.execPath, [next, 'build', folder]);
  return folder;
}

/** Starts a Next app that does the bare minimum, on the database of the app. */
export async function startFloorApp({ paragraphs }: GeneratedEssay): Promise<FloorApp> {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-floor-'));
  const FLOOR_ESSAY = path.join(temporary, 'essay.json');
  writeFileSync(FLOOR_ESSAY, JSON.stringify(paragraphs));
  // Both programs of Next get them from here.
  Object.assign(process.env, { FLOOR_ESSAY, PG_POOL: config().PG_POOL, NODE_ENV: 'production' });
  const port = String(await freePort());
  const args = [next, 'start', await floorBuild(), '--port', port, '--hostname', '127.0.0.1'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await ended(child);
    rmSync(temporary, { recursive: true });
  };
  const answers = async () => (await fetch(`${url}/empty`)).ok;
  const isReady = await waitFor(() => answers().catch(() => false), { within: 30_000 });
  if (!isReady) {
    await stop();
    throw new Error('The floor app did not start.');
  }
  return { url, stop };
}

/** It has open streams, for which it would wait. */
async function ended(child: ChildProcess): Promise<void> {
  const over = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGKILL');
  await over;
}
