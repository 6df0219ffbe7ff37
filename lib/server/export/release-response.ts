import 'server-only';
import { createHash } from 'node:crypto';
import type { RunningRelease } from './export-pieces';
import { digestHeaders, exportResponse, fileOf } from './export-response';
import type { RunningLease } from './running-exports';

/** Annotations: what has more is not read and written twice, as nobody should wait so long for its first byte. */
const mostDigested = 10_000;

/**
 * A release as a file, with its SHA-256 before it (RFC 9530) where it is not too large: it is written once for the hash and
 * once to be sent. 304 to who has them already.
 */
export async function releaseResponse(
  running: RunningRelease,
  lease: RunningLease,
  request: Pick<Request, 'headers'>,
): Promise<Response> {
  if (running.annotations > mostDigested) return exportResponse(running, lease);
  const sha256 = await lease.during(digestOf({ ...running, pieces: running.again() }));
  const headers = digestHeaders(sha256);
  if (request.headers.get('if-none-match') !== headers.etag) return exportResponse(running, lease, headers);
  lease.end();
  return new Response(null, { status: 304, headers });
}

async function digestOf(file: Parameters<typeof fileOf>[0]): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const bytes of fileOf(file)) hash.update(bytes);
  return hash.digest();
}
