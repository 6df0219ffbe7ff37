import 'server-only';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { exportChunk, type ReadyExport } from '@/lib/server/data/export/prepared-exports';
import type { Viewer } from '@/lib/server/data/viewer';
import { type ByteRange, byteRange } from './byte-range';
import { digestHeaders, fileHeaders } from './export-response';
import { leasedStream } from './leased-stream';
import { chunkBytes } from './prepare';
import { hourLease } from './running-exports';

/** A file that was made in the background, or what of it is asked for; 304 to who has it already. */
export function preparedResponse(
  viewer: Viewer,
  ready: ReadyExport,
  { headers: asked }: Pick<Request, 'headers'>,
): Response {
  const { format, name, bytes, sha256 } = ready;
  const headers = {
    ...fileHeaders(format, name),
    ...digestHeaders(Buffer.from(sha256, 'hex')),
    'accept-ranges': 'bytes',
  };
  if (asked.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
  const isOfThis = [null, headers.etag].includes(asked.get('if-range'));
  const range = isOfThis ? byteRange(asked.get('range'), bytes) : null;
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes}` } });
  const { from, to } = range ?? { from: 0, to: bytes - 1 };
  return new Response(leasedStream(stretchOf(viewer, ready, { from, to }), hourLease()), {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(to - from + 1),
      ...(range && { 'content-range': `bytes ${from}-${to}/${bytes}` }),
    },
  });
}

/** Holds a piece or two at a time, and nothing of the database while nobody takes them. */
async function* stretchOf(
  viewer: Viewer,
  ready: ReadyExport,
  { from, to }: ByteRange,
): AsyncGenerator<Uint8Array> {
  for (let next = from; next <= to; ) {
    const ordinal = Math.floor(next / chunkBytes);
    const piece = await promisify(gunzip)(await exportChunk(viewer, ready, ordinal));
    const begin = ordinal * chunkBytes;
    yield new Uint8Array(piece.subarray(next - begin, to + 1 - begin));
    next = begin + piece.length;
  }
}
