import 'server-only';
import { once } from 'node:events';
import { appendFile, lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportFormat } from '@/lib/core/export/export-format';
import type { FilePiece } from './export-pieces';

/**
 * A ZIP of files, as they come; those that are written together wait on disk first. Its bytes depend on the files and on
 * `changed` alone.
 */
export async function* archive(
  { files }: Pick<ExportFormat, 'files'>,
  changed: string,
  pieces: AsyncGenerator<FilePiece>,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const entry = { mtime: dosTime(changed), mode: 0o100644, forceDosTimestamp: true };
  // Of files that are gone when somebody leaves while they are read.
  zip.on('error', (error: Error) => void (zip.outputStream as PassThrough).destroy(error));
  const leaving = new AbortController();
  const spooling: Spooling = { folder: null };
  const fill = files === 'together' ? together(zip, { entry, spooling }, pieces) : inTurn(zip, entry, pieces);
  const filled = fill(leaving.signal).then(
    () => zip.end(),
    (error: Error) => void (zip.outputStream as PassThrough).destroy(error),
  );
  try {
    for await (const bytes of zip.outputStream) yield bytes as Buffer;
  } finally {
    leaving.abort();
    await pieces.return(undefined);
    await filled;
    if (spooling.folder !== null) await rm(spooling.folder, { recursive: true, force: true });
  }
}

/** Where files wait; null as long as none does. */
interface Spooling {
  folder: string | null;
}

const spool = path.join(os.tmpdir(), 'cruxbook-export-');

/** Milliseconds: no export takes so long, so what is older was left by a process that was killed. */
const abandoned = 2 * 3_600_000;

async function spoolFolder(): Promise<string> {
  const { dir, base } = path.parse(spool);
  for (const name of await readdir(dir)) {
    const folder = path.join(dir, name);
    // Another may sweep at the same time.
    const left = name.startsWith(base) ? await lstat(folder).catch(() => null) : null;
    if (left && left.uid === process.getuid?.() && left.mtimeMs < Date.now() - abandoned)
      await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(spool);
}

/** ZIP knows local times without their zone, so the parts of the UTC time are given as if they were local. */
function dosTime(time: string): Date {
  const utc = new Date(time);
  const day = [utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()] as const;
  return new Date(...day, utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds());
}

type Entry = Parameters<ZipFile['addReadStream']>[2];

function inTurn(zip: ZipFile, entry: Entry, pieces: AsyncGenerator<FilePiece>) {
  return async (signal: AbortSignal) => {
    let open = null as { file: string; stream: PassThrough } | null;
    try {
      for await (const { file, bytes } of pieces) {
        if (open?.file !== file) {
          open?.stream.end();
          open = { file, stream: new PassThrough() };
          zip.addReadStream(open.stream, file, entry);
        }
        if (!open.stream.write(bytes)) await once(open.stream, 'drain', { signal });
      }
    } finally {
      open?.stream.end();
    }
  };
}

function together(
  zip: ZipFile,
  { entry, spooling }: { entry: Entry; spooling: Spooling },
  pieces: AsyncGenerator<FilePiece>,
) {
  return async (signal: AbortSignal) => {
    const spooled = new Map<string, string>();
    for await (const { file, bytes } of pieces) {
      // Within the reading, which ends when there is no room on disk.
      spooling.folder ??= await spoolFolder();
      const at = spooled.get(file) ?? path.join(spooling.folder, String(spooled.size));
      spooled.set(file, at);
      await appendFile(at, bytes);
    }
    signal.throwIfAborted();
    for (const [file, at] of spooled) zip.addFile(at, file, entry);
  };
}
