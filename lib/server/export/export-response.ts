import 'server-only';
import type { ExportFormat } from '@/lib/core/export/export-format';
import { type ExportFormatName, exportFormats } from '@/lib/core/export/export-formats';
import { corpusFileName, safeFileName } from '@/lib/core/export/file-names';
import { archive } from './archive';
import type { RunningExport } from './export-pieces';
import { leasedStream } from './leased-stream';
import type { RunningLease } from './running-exports';

/** The file, or a ZIP of several, as it is made. */
export function exportResponse(
  running: RunningExport,
  lease: RunningLease,
  more: Record<string, string> = {},
): Response {
  const headers = { ...fileHeaders(running.name, corpusFileName(running.head)), ...more };
  return new Response(leasedStream(fileOf(running), lease), { headers });
}

/** Of a file in a format: it is named after `of`, and after its format where the extension does not tell that. */
export function fileHeaders(format: ExportFormatName, of: string): Record<string, string> {
  const { files, extension, mediaType }: ExportFormat = exportFormats[format];
  const isOne = files === 'one';
  const ending = isOne ? extension : 'zip';
  const name = ending === format ? of : `${of}-${format}`;
  return {
    'content-type': isOne ? withCharset(mediaType) : 'application/zip',
    'content-disposition': attachment(`${safeFileName(name)}.${ending}`),
    'cache-control': 'private, no-store',
  };
}

/** Of a file whose hash is known before it is sent (RFC 9530): it is of these very bytes, so nobody on the way may pack them. */
export const digestHeaders = (sha256: Buffer) => ({
  etag: `"${sha256.toString('hex')}"`,
  'repr-digest': `sha-256=:${sha256.toString('base64')}:`,
  'cache-control': 'private, no-store, no-transform',
});

/** Its bytes. */
export const fileOf = ({ format, head, pieces }: RunningExport): AsyncGenerator<Uint8Array> =>
  format.files === 'one' ? bytesOf(pieces) : archive(format, head.changed, pieces);

const withCharset = (type: string) => (type.startsWith('text/') ? `${type}; charset=utf-8` : type);

/** https://www.rfc-editor.org/rfc/rfc6266: the plain name is for what cannot read the other. */
export const attachment = (name: string) =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

async function* bytesOf(pieces: RunningExport['pieces']): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of pieces) yield bytes;
}
