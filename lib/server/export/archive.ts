import 'server-only';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportFormat } from '@/lib/core/export/export-format';
import type { FilePiece } from './export-pieces';
import { newSpool, type Spool } from './spool';

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
  const spool = newSpool();
  const fill = files === 'together' ? together(zip, { entry, spool }, pieces) : inTurn(zip, entry, pieces);
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
    await spool.end();
  }
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
  { entry, spool }: { entry: Entry; spool: Spool },
  pieces: AsyncGenerator<FilePiece>,
) {
  return async (signal: AbortSignal) => {
    // Within the reading, which ends when its share of the disk is full.
    for await (const { file, bytes } of pieces) await spool.add(file, bytes);
    signal.throwIfAborted();
    for (const { file, size, open } of spool.files())
      zip.addReadStreamLazy(file, { ...entry, size }, (give) => {
        const stream = open();
        stream.on('error', (error: Error) => void zip.emit('error', error));
        give(null, stream);
      });
  };
}
