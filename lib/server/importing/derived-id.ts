import { createHash } from 'node:crypto';
import { isId } from '@/lib/core/api/slug';

/**
 * The id that a thing of a source has in a group: the same each time, and another in every group. A UUID of version 8
 * (RFC 9562 5.8). What has a UUID is that thing in whatever format it comes; other ids are so beside the name of their source.
 */
export function derivedId(group: string, source: string, { kind, id }: { kind: string; id: string }): string {
  const name = isId(id) ? ['uuid', kind, id.toLowerCase()] : [source, kind, id];
  const bytes = createHash('sha256')
    .update([group, ...name].join('\0'))
    .digest();
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
