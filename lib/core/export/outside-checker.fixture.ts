import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Beside the checkout: checkers that others wrote, with their golden files. */
const shared = path.resolve('../shared/tools');

export interface OutsideChecker {
  /** Why it cannot run here; null when it can. */
  missing: string | null;
  /** The folder of its scripts; empty where it cannot run. */
  home: string;
  /** Runs one of its scripts on files, given by name and content, and says what it said. Files not `named` lie beside. */
  check(
    args: readonly string[],
    files: ReadonlyMap<string, string | Uint8Array>,
    named?: RegExp,
  ): { passed: boolean; output: string };
}

/** A checker with its packages, in a folder that the next run finds again. */
export function outsideChecker(tool: 'formats' | 'web-annotation'): OutsideChecker {
  const missing = existsSync(path.join(shared, tool)) ? null : `there is no ../shared/tools/${tool}`;
  if (missing) return { missing, home: '', check: () => ({ passed: false, output: missing }) };
  try {
    const home = installed(tool);
    return { missing: null, home, check: (args, files, named = /./) => check(home, [args, named], files) };
  } catch (error) {
    return {
      missing: `npm cannot install its packages: ${(error as Error).message.slice(0, 200)}`,
      home: '',
      check: () => ({ passed: false, output: '' }),
    };
  }
}

function installed(tool: string): string {
  const source = path.join(shared, tool);
  const version = createHash('sha256')
    .update(readFileSync(path.join(source, 'package.json')))
    .digest('hex')
    .slice(0, 12);
  const home = path.resolve('node_modules/.cache/checkers', `${tool}-${version}`);
  if (!existsSync(home)) {
    const making = `${home}.${process.pid}`;
    mkdirSync(making, { recursive: true });
    try {
      cpSync(path.join(source, 'package.json'), path.join(making, 'package.json'));
      execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: making,
      });
      renameSync(making, home);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  // The scripts find packages beside themselves, and may have changed since.
  cpSync(source, home, { recursive: true, filter: (file) => !file.includes('node_modules') });
  return home;
}

function check(
  home: string,
  [args, named]: [args: readonly string[], named: RegExp],
  files: ReadonlyMap<string, string | Uint8Array>,
) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-checked-'));
  try {
    const names = [...files].flatMap(([name, content]) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return named.test(name) ? [file] : [];
    });
    const [script = '', ...rest] = args;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(home, script), ...rest, ...names],
      {
        encoding: 'utf8',
        maxBuffer: 1e8,
      },
    );
    return { passed: status === 0, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
