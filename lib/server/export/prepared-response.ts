import 'server-only';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { exportFormats } from '@/lib/core/export/export-formats';
import { exportChunk, type ReadyExport } from '@/lib/server/data/export/prepared-exports';
import { visitor } from '@/lib/server/data/viewer';
import { type ByteRange, byteRange } from './byte-range';
import { digestHeaders, fileHeaders } from './export-response';
import { chunkBytes } from './prepare';

/** A file that was made in the background, or what of it is asked for; 304 to who has it already. */
export function preparedResponse(ready: ReadyExport, { headers: asked }: Pick<Request, 'headers'>): Response {
  const { format, group, bytes, sha256 } = ready;
  const headers = {
    ...{ ...fileHeaders(exportFormats[format], group), ...digestHeaders(Buffer.from(sha256, 'hex')) },
    'accept-ranges': 'bytes',
  };
  if (asked.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
  const isOfThis = [null, headers.etag].includes(asked.get('if-range'));
  const range = isOfThis ? byteRange(asked.get('range'), bytes) : null;
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes}` } });
  const { from, to } = range ?? { from: 0, to: bytes - 1 };
  return new Response(stretchOf(ready.id, { from, to }), {
    status: range ? 206 : 200,
    headers: {
      ...{ ...headers, 'content-length': String(to - from + 1) },
      ...(range && { 'content-range': `bytes ${from}-${to}/${bytes}` }),
    },
  });
}

/** Holds one piece at a time, and nothing of the database while nobody takes it. */
function stretchOf(id: string, { from, to }: ByteRange): ReadableStream<Uint8Array> {
  let next = from;
  return new ReadableStream(
    {
      async pull(controller) {
        if (next > to) return controller.close();
        const ordinal = Math.floor(next / chunkBytes);
        const packed = await exportChunk(visitor, id, ordinal);
        if (!packed) throw new Error('This export was removed while it was taken.');
        const piece = await promisify(gunzip)(packed);
        const begin = ordinal * chunkBytes;
        controller.enqueue(new Uint8Array(piece.subarray(next - begin, to + 1 - begin)));
        next = begin + piece.length;
      },
    },
    { highWaterMark: 0 },
  );
}
