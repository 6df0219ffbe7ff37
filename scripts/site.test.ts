import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { takeLock } from './lock.mjs';
import { borrowDatabase } from './site.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-site-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('a command', () => {
  const settings = () => ({
    CRUXBOOK_DATA: folder,
    DATABASE_URL: 'postgresql://reading.example/club',
    APP_URL: 'http://127.0.0.1:3000',
  });

  test('writes the address of the app that runs on its data', async () => {
    takeLock(path.join(folder, 'running'), 'http://127.0.0.1:4321');
    expect((await borrowDatabase(settings())).APP_URL).toBe('http://127.0.0.1:4321');
  });

  test('writes the address that it is given, whatever runs', async () => {
    vi.stubEnv('APP_URL', 'http://127.0.0.1:3000');
    takeLock(path.join(folder, 'running'), 'http://127.0.0.1:4321');
    expect((await borrowDatabase(settings())).APP_URL).toBe('http://127.0.0.1:3000');
  });

  test('that is asked for help begins no site', async () => {
    const data = path.join(folder, 'data');
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/cruxbook.mjs', '--help'], {
      env: { ...process.env, CRUXBOOK_DATA: data },
    });
    expect(stdout).toContain('essay import');
    expect(existsSync(data)).toBe(false);
  }, 60_000);
});
