import 'server-only';
import { ExportAsked, type PreparedExport } from '@/lib/core/api/export';
import { conflict, notFound, Problem } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { choiceInUrl } from '@/lib/core/corpus/export-choice';
import { problemWords } from '@/lib/core/corpus/problem-words';
import { exportFormats } from '@/lib/core/export/export-formats';
import { corpusFileName } from '@/lib/core/export/file-names';
import { asksForAll } from '@/lib/core/release/asked-of-release';
import { query, transaction } from '@/lib/server/data/database';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import { markEntries } from '@/lib/server/data/inbox/inbox';
import { exportNoticeKey } from '@/lib/server/data/inbox/notify';
import { enqueue } from '@/lib/server/data/jobs';
import { askingOfRelease, isOfRelease } from '@/lib/server/data/releases/asking-of-release';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';
import { askingFor } from './chosen';
import { readCorpus } from './read-corpus';
import { statedExports } from './stated-exports';

/** Of one person at a time in a group: each may be as large as its corpus. */
const most = 5;

/** Bytes of all files of the site, unpacked: while there are as many, nobody asks for another. */
export const roomForExports = 20_000_000_000;

/** Of $1 in group $2. */
const sql = (where: string) => `
  SELECT x.id, x.state, x.format, x.choice, json_build_object('done', x.done, 'total', x.total) AS progress,
    x.bytes::float8 AS bytes, CASE x.state WHEN 'ready' THEN x.sha256 END AS sha256, x.problem,
    ${wireTime('x.created_at')} AS "createdAt", ${wireTime('x.expires_at')} AS "expiresAt"
  FROM (${statedExports}) x WHERE x.user_id = $1::uuid AND x.group_id = $2::uuid AND ${where}
  ORDER BY x.created_at DESC, x.id`;

/** The viewer's own, newest first. */
export async function listExports(viewer: Viewer, group: string): Promise<PreparedExport[]> {
  const { id } = await groupFor(viewer, group, 'annotation.read');
  return query<PreparedExport>('exports', sql('true'), [userIdOf(viewer), id]);
}

/** One of the viewer's own, as long as they may read the group; what is another's is not there. */
export async function exportOf(viewer: Viewer, group: string, id: string): Promise<PreparedExport> {
  return found(viewer, await groupFor(viewer, group, 'annotation.read'), id);
}

async function found(viewer: Viewer, { id: group }: GroupScope, id: string): Promise<PreparedExport> {
  const mine = [userIdOf(viewer), group, id];
  const [row] = isId(id) ? await query<PreparedExport>('export', sql('x.id = $3::uuid'), mine) : [];
  if (!row) throw notFound();
  return row;
}

interface Standing {
  /** Of the viewer in the group, that hold a file or will. */
  kept: number;
  /** Whether one of the viewer's waits or is made, in whichever group. */
  isMaking: boolean;
  /** Of all files of the site. */
  bytes: number;
}

const standing = `
  SELECT count(*) FILTER (WHERE x.group_id = $1::uuid)::int AS kept, coalesce(bool_or(x.state <> 'ready'), false) AS "isMaking",
    (SELECT coalesce(sum(bytes), 0)::float8 FROM export) AS bytes
  FROM (${statedExports}) x WHERE x.user_id = $2::uuid AND x.state IN ('waiting', 'running', 'ready')`;

function requireRoom({ kept, isMaking, bytes }: Standing): void {
  if (isMaking)
    throw conflict(
      'export-waiting',
      'An export of yours is being made, or waits. Let it be done, or cancel it.',
    );
  if (kept >= most)
    throw conflict('many-exports', `You have ${most} exports of this group. Remove one of them first.`);
  if (bytes >= roomForExports)
    throw new Problem(
      503,
      'exports-full',
      'There is no room for another export. Download this one, or try later.',
      {
        retryAfter: 3_600,
      },
    );
}

/**
 * Asks for an export, which a job makes. Throws what reading it would throw, 409 to who has too many or waits for one, and 503
 * where the site keeps as much as it may.
 */
export async function createExport(
  viewer: Viewer,
  group: string,
  { format, ...choice }: ExportAsked,
): Promise<PreparedExport> {
  const scope = isOfRelease(choice)
    ? (await askingOfRelease(viewer, group, choice)).readable.scope
    : (await askingFor(viewer, group, choice)).group;
  const user = userIdOf(viewer);
  return transaction(async () => {
    await query('lock-exporter', 'SELECT 1 FROM "user" WHERE id = $1::uuid FOR NO KEY UPDATE', [user]);
    const [now] = await query<Standing>('exports-standing', standing, [scope.id, user]);
    requireRoom(now!);
    const [row] = await query<{ id: string }>(
      'create-export',
      'INSERT INTO export (group_id, user_id, format, choice) VALUES ($1::uuid, $2::uuid, $3, $4::jsonb) RETURNING id',
      [scope.id, user, format, JSON.stringify(choiceInUrl(choice))],
    );
    const { id } = row!;
    await enqueue({ kind: 'export', key: id, payload: { export: id } });
    return found(viewer, scope, id);
  });
}

/** Cancels one that waits or is made; removes any other. So twice removes it, and after that there is nothing: 404. */
export async function removeExport(viewer: Viewer, group: string, id: string): Promise<void> {
  await transaction(async () => {
    const { state } = await exportOf(viewer, group, id);
    await forgetNotice(viewer, id);
    if (state === 'waiting' || state === 'running') return drop(id, 'cancelled');
    await query('drop-export-job', "DELETE FROM job WHERE kind = 'export' AND key = $1", [id]);
    await query('remove-export', 'DELETE FROM export WHERE id = $1::uuid', [id]);
  });
}

/** Whoever takes an export, or removes it, needs no notice of it any more. */
async function forgetNotice(viewer: Viewer, id: string): Promise<void> {
  // Also one that is still to come; first, as it waits for one that comes just now.
  await query('drop-export-notice', "DELETE FROM job WHERE kind = 'tell' AND key = $1", [
    exportNoticeKey(id),
  ]);
  await markEntries(viewer, { read: true, thread: id });
}

/** Leaves nothing of a file but that there was one. */
async function drop(id: string, why: 'cancelled' | 'withdrawn'): Promise<void> {
  await transaction(async () => {
    // First, as who makes it holds it while writing a piece: what is written is deleted, and nothing comes after it.
    await query('end-export-job', "DELETE FROM job WHERE kind = 'export' AND key = $1", [id]);
    await query(
      'drop-export',
      'UPDATE export SET dropped = $2, ended_at = now(), bytes = 0 WHERE id = $1::uuid',
      [id, why],
    );
    await query('drop-export-chunks', 'DELETE FROM export_chunk WHERE export_id = $1::uuid', [id]);
    await query('drop-export-contents', 'DELETE FROM export_content WHERE export_id = $1::uuid', [id]);
  });
}

/** A file that may be taken now. */
export interface ReadyExport {
  id: string;
  format: PreparedExport['format'];
  /** Id. */
  group: string;
  /** What the file is called, without its extension. */
  name: string;
  /** Of all of it. */
  bytes: number;
  sha256: string;
}

/**
 * The file of one of the viewer's own. 409 until it is ready; 410, and it is deleted, when it holds anything that would not come
 * for them any more. `signal`: when nobody waits for it any more.
 */
export async function readyExport(
  viewer: Viewer,
  { group, id }: { group: string; id: string },
  signal?: AbortSignal,
): Promise<ReadyExport> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const { state, problem, format, bytes, sha256, choice } = await found(viewer, scope, id);
  await forgetNotice(viewer, id);
  if (problem === 'withdrawn') throw withdrawn();
  if (state !== 'ready' || sha256 === null) throw conflict('not-ready', 'This export has no file to take.');
  const asked = ExportAsked.parse({ ...choice, format });
  if (await isWithdrawn(viewer, scope, { id, asked, signal })) {
    await drop(id, 'withdrawn');
    throw withdrawn();
  }
  const number = asked.release;
  const part = !asksForAll(asked);
  const name = corpusFileName({ group: scope, ...(number && { release: { number, part } }) });
  return { id, format, group: scope.id, name, bytes, sha256 };
}

const withdrawn = () => new Problem(410, 'withdrawn', `${problemWords.withdrawn} Make it anew.`);

interface Kept {
  id: string;
  asked: ExportAsked;
  /** When nobody waits for it any more. */
  signal: AbortSignal | undefined;
}

async function isWithdrawn(viewer: Viewer, group: GroupScope, { id, asked, signal }: Kept): Promise<boolean> {
  const { format, ...choice } = asked;
  try {
    const corpus = await readCorpus(viewer, group.id, { ...choice, takes: exportFormats[format], signal });
    for await (const part of corpus) if ('head' in part) return await part.contents.lacks(id);
    return true;
  } catch (error) {
    if (signal?.aborted) throw error;
    // The essay that was asked for is gone, or no longer theirs to read.
    if (error instanceof Problem && error.status < 500) return true;
    throw error;
  }
}

/** A piece of such a file, packed by gzip. Asks anew whether it is there, and its owner may read the group: 404. */
export async function exportChunk(
  viewer: Viewer,
  { id, group }: Pick<ReadyExport, 'id' | 'group'>,
  ordinal: number,
): Promise<Uint8Array> {
  const scope = await groupFor(viewer, group, 'annotation.read');
  const [chunk] = await query<{ bytes: Uint8Array }>(
    'export-chunk',
    `SELECT c.bytes FROM export x JOIN export_chunk c ON c.export_id = x.id AND c.ordinal = $4::int
     WHERE x.user_id = $1::uuid AND x.group_id = $2::uuid AND x.id = $3::uuid AND x.dropped IS NULL`,
    [userIdOf(viewer), scope.id, id, ordinal],
  );
  if (!chunk) throw notFound();
  return chunk.bytes;
}
