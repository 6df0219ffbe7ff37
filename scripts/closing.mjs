import { commandLine, parentOf } from './processes.mjs';
import { giveUp, say } from './terminal.mjs';

/** What has to be closed when this program ends. */
const open = [];
let ending;

/** True once this program was asked to end. */
export const isEnding = () => ending !== undefined;

/** `close` runs before this program ends for whatever reason but SIGKILL; what was opened last is closed first. */
export function closeAtEnd(close) {
  open.push(close);
}

/** Closes everything and ends this program, with a sentence when something is wrong. */
export async function end(code, sentence) {
  ending ??= (async () => {
    for (const close of open.reverse()) await close();
  })();
  await ending;
  if (sentence) giveUp(sentence);
  process.exit(code);
}

/**
 * Runs the whole of a program: ends it in order when it is done, fails, or is interrupted, which for a server is no
 * failure. `program` returns the exit code.
 */
export async function runToTheEnd(program, { codeWhenInterrupted = 0 } = {}) {
  const interrupted = () => interrupt(codeWhenInterrupted);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupted);
  endWithNpm(interrupted);
  try {
    await end((await program()) ?? 0);
  } catch (error) {
    if (ending) return; // what fails now fails because of the end
    process.stderr.write(`\n${error.plain ? error.message : (error.stack ?? error)}\n`);
    await end(1);
  }
}

function interrupt(code) {
  if (ending) process.exit(130); // the second Ctrl-C
  say('\nStopping …');
  void end(code);
}

/** When npm is killed, nobody is left to stop us. It starts us itself or through a shell. */
function endWithNpm(interrupted) {
  if (!process.env.npm_lifecycle_event) return;
  const chain = [process.pid, process.ppid];
  if (!/\bnpm\b/.test(commandLine(process.ppid))) chain.push(parentOf(process.ppid));
  const broken = () => chain.some((pid, i) => i > 0 && parentOf(chain[i - 1]) !== pid);
  setInterval(() => broken() && !ending && interrupted(), 1_000).unref();
}
