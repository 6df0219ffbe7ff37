import { spawn } from 'node:child_process';
import http from 'node:http';
import { closeAtEnd } from './closing.mjs';
import { waitFor } from './processes.mjs';
import { siteEnvironment } from './site.mjs';

/** What the server of Next wants to know besides our settings. */
const serverEnvironment = {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  NEXT_MANUAL_SIG_HANDLE: 'true', // lib/server/shutdown.ts ends the app
  MALLOC_ARENA_MAX: '2', // halves what glibc keeps back
};

/** V8 collects when half as much again is kept as lives, rather than four times: a long export grows by a third, as fast. */
export const sparing = '--heap-growing-percent=50';

/**
 * Serves a build and waits until it answers. The app is in a process group of its own, so that a Ctrl-C in the terminal
 * reaches only us, and ends when its channel to us breaks.
 * Returns its process id, and a promise of its exit code.
 */
export async function serve(folder, settings) {
  const child = spawn(process.execPath, [sparing, 'server.js'], {
    cwd: folder,
    env: { ...siteEnvironment(settings), ...serverEnvironment, HOSTNAME: settings.HOST },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  child.stdout.on('data', forward);
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
  let over = false;
  ended.then(() => {
    over = true;
  });
  closeAtEnd(() => stop(child, ended));
  await waitFor(() => over || answers(settings), { within: 60_000 });
  if (over) throw new Error(`The app ended while it started (${await ended}).`);
  return { ended, pid: child.pid };
}

/** The app's log, without the lines in which Next greets. */
function forward(chunk) {
  const lines = String(chunk)
    .split('\n')
    .filter((line) => !/^(▲ Next|- Local|- Network|✓ (Starting|Ready|Running))|^$/.test(line));
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

function answers({ HOST, PORT }) {
  const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[HOST] ?? HOST;
  return new Promise((resolve) => {
    // Without an agent no connection is kept, on which the app would wait when it ends.
    http
      .get({ host, port: PORT, path: '/healthz', agent: false }, (response) => {
        response.resume();
        resolve(true);
      })
      .on('error', () => resolve(false));
  });
}

async function stop(child, ended) {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 12_000);
  await ended;
  clearTimeout(timer);
}
