import 'server-only';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Contents } from '@/lib/server/data/export/contents';
import {
  addChunk,
  addContents,
  beginPreparing,
  type Preparing,
} from '@/lib/server/data/export/prepare-export';
import { visitor } from '@/lib/server/data/viewer';
import { beginExport } from './export-pieces';
import { fileOf } from './export-response';
import { watching } from './watching';

/** Of a file, in one row of the database; so a range begins in a piece that is known. The last one is shorter. */
export const chunkBytes = 1_000_000;

/** Keys that are put away at once. */
const keysAtOnce = 20_000;

/**
 * Makes an export that somebody asked for, with the bytes that they would be sent now, and keeps it by the piece. Returns its
 * SHA-256, or null where nobody wants it any more. Memory: what a piece holds, and what an export needs.
 */
export async function prepare(preparing: Preparing): Promise<string | null> {
  const wanted = await beginPreparing(visitor, preparing);
  if (!wanted) return null;
  const { viewer, group, asked } = wanted;
  const { watch, end } = watching(preparing, (contents) => keepContents(preparing, contents.keys()));
  try {
    return await keepFile(preparing, fileOf(await beginExport(viewer, group, { ...asked, watch })));
  } finally {
    await end();
  }
}

async function keepContents(preparing: Preparing, batches: ReturnType<Contents['keys']>): Promise<void> {
  let keys: (string | null)[] = [];
  let ordinal = 0;
  const settle = async () => {
    const put = keys;
    keys = [];
    await addContents(visitor, preparing, { ordinal: ordinal++, keys: put });
  };
  for await (const rows of batches) {
    for (const [key = null] of rows) keys.push(key);
    if (keys.length >= keysAtOnce) await settle();
  }
  await settle();
}

async function keepFile(preparing: Preparing, file: AsyncGenerator<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  let [ordinal, bytes] = [0, 0];
  for await (const piece of inChunks(file)) {
    hash.update(piece);
    bytes += piece.length;
    const packed = await promisify(gzip)(piece, { level: constants.Z_BEST_SPEED });
    await addChunk(visitor, preparing, { ordinal: ordinal++, packed, bytes });
  }
  return hash.digest('hex');
}

/** The same bytes in pieces that are all equally long, but for the last. */
async function* inChunks(file: AsyncIterable<Uint8Array>, size = chunkBytes): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (let bytes of file) {
    while (length + bytes.length >= size) {
      const rest = size - length;
      yield Buffer.concat([...gathered, bytes.subarray(0, rest)]);
      bytes = bytes.subarray(rest);
      [gathered, length] = [[], 0];
    }
    if (bytes.length > 0) gathered.push(bytes);
    length += bytes.length;
  }
  if (length > 0) yield Buffer.concat(gathered);
}
