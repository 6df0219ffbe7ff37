let stream = process.stdout;
// Whoever reads our output may go away first. That is no reason to leave a database running.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});

/** For programs whose output is read by other programs. */
export function talkOnStandardError() {
  stream = process.stderr;
}

export function say(text = '') {
  stream.write(`${text}\n`);
}

/** Ends this program with a sentence instead of a stack trace. */
export function giveUp(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Shows that something goes on, how long it has taken, and that it is over. Where the output is no terminal, a long
 * step says every ten seconds that it still goes on. Returns what `work` returns; one with a `failure` failed.
 */
export async function step(title, work) {
  const begun = performance.now();
  const live = stream.isTTY;
  const line = (mark) => `${mark} ${title}, ${seconds(begun)}`;
  const tick = () => stream.write(live ? `\r${line('…')}` : `${line('… still')}\n`);
  if (live) tick();
  const timer = setInterval(tick, live ? 200 : 10_000);
  let mark = '✗';
  try {
    const result = await work();
    if (!result?.failure) mark = '✓';
    return result;
  } finally {
    clearInterval(timer);
    stream.write(`${live ? '\r' : ''}${line(mark)}\n`);
  }
}

/** The flags of a command line, `{ sample: false }` for `--no-sample`. Ends the program at one it does not know. */
export function parseFlags(args, known, help) {
  const found = {};
  for (const arg of args) {
    if (arg === '--help' || arg === '-h') {
      say(help.trim());
      process.exit(0);
    }
    const [name, value = true] = arg.split('=');
    if (!known.includes(name)) giveUp(`${arg} is not known here.\n\n${help.trim()}`);
    found[name.replace(/^--/, '')] = value;
  }
  return found;
}
