import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import net from 'node:net';

/**
 * A word that names one running process: its id may be given again to another, its id with its start time may not.
 * Null when no such process runs.
 */
export function identity(pid) {
  try {
    if (process.platform !== 'linux')
      return `${pid} ${execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()}`;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold anything: count from behind it.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? null : `${pid} ${rest[18]}`;
  } catch {
    return null;
  }
}

/** The whole command line of a running process, for telling whose it is. */
export function commandLine(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** The process that started a process, or the one that took it in when that was gone. */
export function parentOf(pid) {
  try {
    if (process.platform !== 'linux')
      return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 1;
  }
}

export function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks `done` every `every` ms until it says something true, at most `within` ms. */
export async function waitFor(done, { within, every = 25 }) {
  const end = performance.now() + within;
  for (;;) {
    const answer = await done();
    if (answer || performance.now() > end) return answer;
    await sleep(every);
  }
}

/** A TCP port of this machine that nobody listens on at the moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Why nobody can listen there, as the code of a system error; null when one can. */
export function whyNotListen(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = net.createServer().on('error', ({ code }) => resolve(code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** On Linux: what we run ends with us, even when we are killed. */
const leash = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM'] : [];

/**
 * Runs a program to its end and returns its output, which is shown only when it fails, unless `show` is set.
 * Throws a CommandError for an exit code other than 0.
 */
export function run(command, args, { show = false, ...options } = {}) {
  const [program, ...rest] = [...leash, command, ...args];
  const child = spawn(program, rest, { stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new CommandError([command, ...args].join(' '), signal ?? code, output));
    });
  });
}

export class CommandError extends Error {
  /** The message says all; a stack trace of ours would only hide it. */
  plain = true;

  constructor(command, code, output) {
    super(`"${command}" ended with ${code}\n${output.trimEnd().split('\n').slice(-40).join('\n')}`);
    this.output = output;
  }
}

/**
 * Runs a TypeScript file of ours to its end and returns what it sent with `process.send`. `react-server` is what makes
 * the package server-only agree.
 */
export function runTypeScript(file, { args = [], ...options }) {
  const flags = ['--conditions=react-server', '--import=tsx'];
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
  const child = spawn(process.execPath, [...flags, file, ...args], { stdio, ...options });
  let answer;
  child.on('message', (message) => {
    answer = message;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(answer);
      else reject(new CommandError(file, signal ?? code, ''));
    });
  });
}
