import 'server-only';

/** From the first byte to the last, both included. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * What a `Range` header asks of so many bytes (RFC 9110 14.2): null where all are to be sent, as also for several ranges and
 * for other units; 'unsatisfiable' where it asks for none that there are.
 */
export function byteRange(header: string | null, bytes: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return upTo(bytes, Math.max(0, bytes - Number(last)), bytes - 1);
  if (last !== '' && Number(last) < Number(first)) return null;
  return upTo(bytes, Number(first), last === '' ? bytes - 1 : Number(last));
}

const upTo = (bytes: number, from: number, to: number): ByteRange | 'unsatisfiable' =>
  from < bytes ? { from, to: Math.min(to, bytes - 1) } : 'unsatisfiable';
