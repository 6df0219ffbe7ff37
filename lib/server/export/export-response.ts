import 'server-only';
import { safeFileName } from '@/lib/core/export/file-names';
import { archive } from './archive';
import type { RunningExport } from './export-pieces';
import { leasedStream } from './leased-stream';
import type { RunningLease } from './running-exports';

/** The file, or a ZIP of several, as it is made: nothing is kept, so rights and consent are those of this moment. */
export function exportResponse(
  running: RunningExport,
  lease: RunningLease,
  more: Record<string, string> = {},
): Response {
  const { format, head } = running;
  const isOne = format.files === 'one';
  const extension = isOne ? format.extension : 'zip';
  return new Response(leasedStream(fileOf(running), lease), {
    headers: {
      'content-type': isOne ? withCharset(format.mediaType) : 'application/zip',
      'content-disposition': attachment(`${safeFileName(nameOf(head))}.${extension}`),
      'cache-control': 'private, no-store',
      ...more,
    },
  });
}

/** Its bytes. */
export const fileOf = ({ format, head, pieces }: RunningExport): AsyncGenerator<Uint8Array> =>
  format.files === 'one' ? bytesOf(pieces) : archive(format, head.changed, pieces);

const nameOf = ({ group, release }: RunningExport['head']) =>
  release ? `${group.slug}-release-${release.number}` : group.slug;

const withCharset = (type: string) => (type.startsWith('text/') ? `${type}; charset=utf-8` : type);

/** https://www.rfc-editor.org/rfc/rfc6266: the plain name is for what cannot read the other. */
const attachment = (name: string) =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

async function* bytesOf(pieces: RunningExport['pieces']): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of pieces) yield bytes;
}
