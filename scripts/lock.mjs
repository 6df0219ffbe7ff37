import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { identity, sleep } from './processes.mjs';

/**
 * Takes a lock that a file stands for, with a note to those who find it taken. A lock whose process no longer runs
 * counts for nothing. Returns `{ release }`, or `{ holder: { pid, note } }` when another process has it.
 */
export function takeLock(file, note = '') {
  const mine = JSON.stringify({ process: identity(process.pid), pid: process.pid, note });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      if (linked(draft, file)) return { release: () => release(file, mine) };
      const holder = holderOf(file);
      if (holder) return { holder };
      discard(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Who has a lock now, `{ pid, note }`, or null. */
export function holderOf(file) {
  const found = read(file);
  if (found === null) return null;
  const holder = JSON.parse(found);
  return identity(holder.pid) === holder.process ? holder : null;
}

/** Waits for a lock; `onWait` hears once who has it. */
export async function waitForLock(file, onWait) {
  for (let waited = false; ; waited = true) {
    const { release, holder } = takeLock(file);
    if (release) return release;
    if (!waited) onWait(holder);
    await sleep(200);
  }
}

/** Makes `file` at once and whole, or not at all when it exists. */
function linked(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes a dead process's lock, unless another has removed it meanwhile and made its own. */
function discard(file) {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside)) linked(aside, file);
  unlinkSync(aside);
}

function release(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true });
}
