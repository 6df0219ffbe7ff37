import 'server-only';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Problem } from '@/lib/core/api/problem';
import type { CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { query } from '@/lib/server/data/database';
import type { ReleaseRow } from './release-rows';

/** So many records as lie in one chunk; before the first, the head. */
export interface FrozenPart {
  head: CorpusHead | null;
  records: CorpusRecord[];
  /** Of its lines; those of all parts are the size of the release. */
  bytes: number;
}

/**
 * A release as it was frozen, chunk by chunk; it holds no connection meanwhile, and stops where nobody waits for it any more.
 * Throws at the end where it is not what was frozen: nobody should take that for the release.
 */
export async function* frozenRecords(
  { id, number, sha256 }: Pick<ReleaseRow, 'id' | 'number' | 'sha256'>,
  signal?: AbortSignal,
): AsyncGenerator<FrozenPart> {
  const hash = createHash('sha256');
  for (let ordinal = 0; ; ordinal++) {
    if (signal?.aborted) throw new Problem(499, 'given-up', 'Nobody waits for this any more.');
    const [chunk] = await query<{ lines: Buffer }>(
      'release-chunk',
      'SELECT lines FROM release_chunk WHERE release_id = $1::uuid AND ordinal = $2::int',
      [id, ordinal],
    );
    if (!chunk) break;
    const bytes = await promisify(gunzip)(chunk.lines);
    hash.update(bytes);
    const lines = bytes.toString().split('\n').slice(0, -1);
    const head = ordinal === 0 ? (JSON.parse(lines.shift() ?? 'null') as CorpusHead) : null;
    yield {
      head,
      bytes: bytes.length,
      records: lines.map((line) => JSON.parse(line) as CorpusRecord),
    };
  }
  if (hash.digest('hex') !== sha256) throw new Error(`Release ${number} is not what was frozen.`);
}
