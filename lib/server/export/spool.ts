import 'server-only';
import { createReadStream } from 'node:fs';
import { appendFile, lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGunzip, gzip } from 'node:zlib';
import { Problem } from '@/lib/core/api/problem';
import { atOnce } from './running-exports';

/**
 * Bytes that one archive may take, packed: with those that are sent at once and the one that is made in the background, an
 * instance takes 5 GB.
 */
const shareOfOne = 5_000_000_000 / (atOnce + 1);

/** A file that is whole. */
export interface SpooledFile {
  file: string;
  /** Bytes. */
  size: number;
  open(): Readable;
}

export interface Spool {
  /** Throws 413 where the archive would take more than its share, and what the disk says. */
  add(file: string, bytes: Uint8Array): Promise<void>;
  /** In the order in which they were begun. */
  files(): SpooledFile[];
  /** Nothing of it stays. */
  end(): Promise<void>;
}

/** Files that are written together wait here until each is whole: by the piece and packed, as they are text for the most part. */
export function newSpool(share = shareOfOne): Spool {
  const sizes = new Map<string, number>();
  const opened = new Set<Readable>();
  let [folder, packed] = ['', 0];
  const placeOf = (file: string) => path.join(folder, String([...sizes.keys()].indexOf(file)));
  return {
    async add(file, bytes) {
      const member = await promisify(gzip)(bytes, { level: constants.Z_BEST_SPEED });
      if (packed + member.length > share)
        throw new Problem(413, 'archive-too-large', 'Choose less, or take a format of one file.');
      if (folder === '') folder = await spoolFolder();
      sizes.set(file, (sizes.get(file) ?? 0) + bytes.length);
      packed += member.length;
      await appendFile(placeOf(file), member);
    },
    files: () =>
      Array.from(sizes, ([file, size]) => {
        const at = placeOf(file);
        // An error of the disk goes on to whoever reads.
        const open = () => {
          const source = createReadStream(at);
          opened.add(source);
          return pipeline(source, createGunzip(), () => opened.delete(source));
        };
        return { file, size, open };
      }),
    async end() {
      // What somebody stopped reading would hold its file, and its room, for ever.
      for (const source of opened) source.destroy();
      if (folder !== '') await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Milliseconds: no export takes so long, so what is older was left by a process that was killed. */
const abandoned = 2 * 3_600_000;

async function spoolFolder(): Promise<string> {
  const [dir, base] = [os.tmpdir(), 'cruxbook-export-'];
  for (const name of await readdir(dir)) {
    const folder = path.join(dir, name);
    // Another may sweep at the same time.
    const left = name.startsWith(base) ? await lstat(folder).catch(() => null) : null;
    if (left && left.uid === process.getuid?.() && left.mtimeMs < Date.now() - abandoned)
      await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(path.join(dir, base));
}
