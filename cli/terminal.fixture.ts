import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';

interface Answer {
  code: number;
  out: string;
  err: string;
}

/** A terminal in a folder of its own, which goes when the tests are over. */
export function terminal() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-cli-'));
  afterAll(() => rm(folder, { recursive: true }));

  /** What it sees of `npm run cruxbook -- …`, without npm; `typed` comes in by a pipe. */
  function tell(typed: string, ...args: string[]): Promise<Answer> {
    const flags = ['--conditions=react-server', '--import=tsx', 'cli/cruxbook.ts', ...args];
    const env = { ...process.env, INIT_CWD: folder };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, flags, { env }, (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err });
      });
      child.stdin?.end(typed);
    });
  }
  const cruxbook = (...args: string[]) => tell('', ...args);

  /** The answer of a command that must succeed. */
  async function json<T>(...args: string[]): Promise<T> {
    const { code, out, err } = await cruxbook(...args, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out) as T;
  }

  return { tell, cruxbook, json, at: (...names: string[]) => path.join(folder, ...names) };
}
