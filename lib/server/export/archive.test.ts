import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { archive } from './archive';
import type { FilePiece } from './export-pieces';

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  return { ...real, mkdtemp: vi.fn(real.mkdtemp) };
});

const changed = '2026-01-02T03:04:06.000Z';

async function* pieces(list: [file: string, text: string][]): AsyncGenerator<FilePiece> {
  for (const [file, text] of list) yield { file, bytes: Buffer.from(text) };
}

async function zipped(files: 'in turn' | 'together', list: [string, string][]): Promise<Buffer> {
  const bytes = [];
  for await (const piece of archive({ files }, changed, pieces(list))) bytes.push(piece);
  return Buffer.concat(bytes);
}

/** What Python's own reader finds. */
function unzipped(zip: Buffer): Record<string, string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-zip-'));
  writeFileSync(path.join(folder, 'a.zip'), zip);
  const script = `import zipfile,json,sys
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
print(json.dumps({i.filename: z.read(i).decode()+' '+'-'.join(map(str,i.date_time)) for i in z.infolist()}))`;
  const found = execFileSync('python3', ['-c', script, path.join(folder, 'a.zip')]).toString();
  rmSync(folder, { recursive: true });
  return JSON.parse(found);
}

const date = '2026-1-2-3-4-6';
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)('as another program reads them (needs python3)', () => {
  test('files that come in turn are whole, under their names, dated by the data', async () => {
    const big = 'x'.repeat(300_000);
    const zip = await zipped('in turn', [
      ['a/one.txt', big],
      ['a/one.txt', 'y'],
      ['two 命.txt', 'z'],
    ]);
    expect(unzipped(zip)).toEqual({ 'a/one.txt': `${big}y ${date}`, 'two 命.txt': `z ${date}` });
  });

  test('files that are written together wait on disk, and nothing stays there', async () => {
    const before = readdirSync(os.tmpdir()).filter((name) => name.startsWith('cruxbook-export-'));
    const zip = await zipped('together', [
      ['one', 'a'],
      ['two', 'b'],
      ['one', 'c'],
    ]);
    expect(unzipped(zip)).toEqual({ one: `ac ${date}`, two: `b ${date}` });
    expect(readdirSync(os.tmpdir()).filter((name) => name.startsWith('cruxbook-export-'))).toEqual(before);
  });
});

test.each(['in turn', 'together'] as const)(
  '%s: the same files are the same bytes, in any time zone',
  async (files) => {
    const zone = process.env.TZ;
    const list: [string, string][] = [['one', 'a']];
    const here = await zipped(files, list);
    process.env.TZ = 'Pacific/Kiritimati';
    const there = await zipped(files, list);
    process.env.TZ = zone;
    if (zone === undefined) delete process.env.TZ;
    expect(there.equals(here)).toBe(true);
  },
);

test.each(['in turn', 'together'] as const)(
  '%s: what goes wrong while reading breaks the archive off',
  async (files) => {
    async function* failing(): AsyncGenerator<FilePiece> {
      yield { file: 'one', bytes: Buffer.from('a') };
      throw new Error('The database went away.');
    }
    const take = async () => {
      for await (const _ of archive({ files }, changed, failing()));
    };
    await expect(take()).rejects.toThrow('The database went away.');
  },
);

test.each(['in turn', 'together'] as const)('%s: who goes away ends the reading', async (files) => {
  let ended = false;
  async function* endless(): AsyncGenerator<FilePiece> {
    try {
      for (let i = 0; i < 40 || files === 'in turn'; i++)
        yield { file: 'one', bytes: Buffer.from(String(Math.random()).repeat(5_000)) };
    } finally {
      ended = true;
    }
  }
  for await (const _ of archive({ files }, changed, endless())) break;
  expect(ended).toBe(true);
});

/** As a process leaves it that is killed. */
function folderOf(hours: number): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cruxbook-export-'));
  writeFileSync(path.join(folder, '0'), 'a');
  const then = Date.now() / 1000 - hours * 3600;
  utimesSync(folder, then, then);
  return folder;
}

test('what a process left on disk that was killed goes with the next export', async () => {
  const [left, running] = [folderOf(3), folderOf(1)];
  await zipped('together', [['one', 'a']]);
  expect([existsSync(left), existsSync(running)]).toEqual([false, true]);
  rmSync(running, { recursive: true });
});

test('what somebody else left there stays', async () => {
  const left = folderOf(3);
  const other = vi.spyOn(process, 'getuid').mockReturnValue(process.getuid!() + 1);
  await zipped('together', [['one', 'a']]);
  other.mockRestore();
  expect(existsSync(left)).toBe(true);
  rmSync(left, { recursive: true });
});

test('where there is no room on disk the reading ends', async () => {
  let ended = false;
  async function* read(): AsyncGenerator<FilePiece> {
    try {
      yield* pieces([['one', 'a']]);
    } finally {
      ended = true;
    }
  }
  vi.mocked(mkdtemp).mockRejectedValueOnce(new Error('ENOSPC'));
  const take = async () => {
    for await (const _ of archive({ files: 'together' }, changed, read()));
  };
  await expect(take()).rejects.toThrow('ENOSPC');
  expect(ended).toBe(true);
});
