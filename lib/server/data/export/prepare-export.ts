import 'server-only';
import { ExportAsked } from '@/lib/core/api/export';
import { query, transaction } from '@/lib/server/data/database';
import { notify } from '@/lib/server/data/inbox/notify';
import type { Viewer } from '@/lib/server/data/viewer';

/** That somebody works on it; throws where another has taken it over, or it was cancelled. */
type Beat = () => Promise<void>;

/** An export that is being made. */
export interface Preparing {
  id: string;
  beat: Beat;
}

interface Wanted {
  viewer: Viewer;
  /** Id. */
  group: string;
  asked: ExportAsked;
}

interface Row {
  group: string;
  format: string;
  choice: object;
  user: string;
  name: string;
  isAdmin: boolean;
}

/** Begins an export, anew where an earlier try broke off; null where nobody wants it any more. */
export async function beginPreparing(_viewer: Viewer, { id, beat }: Preparing): Promise<Wanted | null> {
  return transaction(async () => {
    await beat();
    await forgetPieces(_viewer, { id, beat });
    const [row] = await query<Row>(
      'begin-export',
      `UPDATE export x SET started_at = now(), total = NULL, done = 0 FROM "user" u
       WHERE x.id = $1::uuid AND x.sha256 IS NULL AND x.dropped IS NULL AND u.id = x.user_id
       RETURNING x.group_id AS group, x.format, x.choice, u.id AS user, u.name, u.is_admin AS "isAdmin"`,
      [id],
    );
    if (!row) return null;
    const { group, format, choice, user, name, isAdmin } = row;
    const viewer: Viewer = { user: { id: user, name, isAdmin }, scope: 'read', session: null };
    return { viewer, group, asked: ExportAsked.parse({ ...choice, format }) };
  });
}

/** Deletes what is written so far. */
export async function forgetPieces(_viewer: Viewer, { id, beat }: Preparing): Promise<void> {
  await transaction(async () => {
    await beat();
    await query('forget-export-chunks', 'DELETE FROM export_chunk WHERE export_id = $1::uuid', [id]);
    await query('forget-export-contents', 'DELETE FROM export_content WHERE export_id = $1::uuid', [id]);
    await query('forget-export-bytes', 'UPDATE export SET bytes = 0 WHERE id = $1::uuid', [id]);
  });
}

/** Notes how many annotations come, and how many of them are written. */
export async function noteProgress(
  _viewer: Viewer,
  { id, beat }: Preparing,
  { total, done }: { total: number; done: number },
): Promise<void> {
  await beat();
  const sql = 'UPDATE export SET total = $2::int, done = $3::int WHERE id = $1::uuid';
  await query('note-export', sql, [id, total, done]);
}

/** What the file will hold: hashes of contents.ts, some of them. */
export async function addContents(
  _viewer: Viewer,
  { id, beat }: Preparing,
  { ordinal, keys }: { ordinal: number; keys: readonly (string | null)[] },
): Promise<void> {
  await transaction(async () => {
    await beat();
    await query(
      'add-export-content',
      'INSERT INTO export_content (export_id, ordinal, keys) VALUES ($1::uuid, $2::int, $3::bigint[])',
      [id, ordinal, keys],
    );
  });
}

/** The next piece of the file, packed by gzip; `bytes` are those of the file so far. */
export async function addChunk(
  _viewer: Viewer,
  { id, beat }: Preparing,
  { ordinal, packed, bytes }: { ordinal: number; packed: Uint8Array; bytes: number },
): Promise<void> {
  await transaction(async () => {
    await beat();
    const sql = 'INSERT INTO export_chunk (export_id, ordinal, bytes) VALUES ($1::uuid, $2::int, $3::bytea)';
    await query('add-export-chunk', sql, [id, ordinal, packed]);
    await query('grow-export', 'UPDATE export SET bytes = $2::bigint WHERE id = $1::uuid', [id, bytes]);
  });
}

/** From now on it may be taken, which whoever asked is told. Call it in the transaction of the job's end. */
export async function endPreparing(_viewer: Viewer, id: string, sha256: string): Promise<void> {
  await query(
    'end-export',
    'UPDATE export SET sha256 = $2, ended_at = now(), done = coalesce(total, 0) WHERE id = $1::uuid',
    [id, sha256],
  );
  await tellEnded(_viewer, id);
}

/** Has whoever asked told that it ended, well or not. */
export const tellEnded = (_viewer: Viewer, id: string): Promise<void> =>
  notify({ kind: 'export', event: id });
