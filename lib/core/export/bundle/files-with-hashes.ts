import type { Digest, Put } from '@/lib/core/export/export-format';
import { fileKind } from './bundled-formats';

/** A line of the manifest. */
export interface WrittenFile {
  path: string;
  bytes: number;
  sha256: string;
  mediaType: string;
  /** The unit of offsets; null where there are none. */
  offsets: string | null;
}

/** UTF-16 code units of a file that wait for more: files take turns with every record, and each turn costs. */
const atOnce = 65_536;

interface Open {
  digest: Digest;
  waiting: string;
}

/** Passes files on, and knows of each how long it was and its hash. Memory: a piece of each. */
export function filesWithHashes(put: Put, newDigest: () => Digest) {
  const open = new Map<string, Open>();
  const done: WrittenFile[] = [];
  const pass = (path: string, file: Open, piece: string | Uint8Array) => {
    if (piece.length === 0) return;
    file.digest.update(piece);
    put(path, piece);
  };
  const settle = (path: string, file: Open) => {
    pass(path, file, file.waiting);
    file.waiting = '';
  };
  return {
    put(path: string, piece: string | Uint8Array): void {
      const file = open.get(path) ?? { digest: newDigest(), waiting: '' };
      open.set(path, file);
      if (typeof piece === 'string') file.waiting += piece;
      if (typeof piece !== 'string' || file.waiting.length > atOnce) settle(path, file);
      if (typeof piece !== 'string') pass(path, file, piece);
    },
    /** All so far, which are whole by now, in the order in which they were begun. */
    written(): WrittenFile[] {
      for (const [path, file] of open) {
        settle(path, file);
        done.push({ path, ...file.digest.end(), ...fileKind(path) });
      }
      open.clear();
      return [...done];
    },
  };
}
