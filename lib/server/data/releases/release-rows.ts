import 'server-only';
import { noRelease, notFound } from '@/lib/core/api/problem';
import type { ReleaseCard, ReleaseSummary } from '@/lib/core/api/releases';
import { query } from '@/lib/server/data/database';
import { wireTime } from '@/lib/server/data/wire-time';

export type ReleaseRow = ReleaseSummary & {
  card: ReleaseCard | null;
  /** Of its lines, in bytes; null until it is frozen. */
  size: number | null;
};

const person = (u: string) => `json_build_object('id', ${u}.id, 'name', ${u}.name)`;

/** It failed when nobody works on it any more. */
const sql = (where: string, card: string) => `
  SELECT r.id, r.number, r.title, r.note, ${person('u')} AS creator, ${wireTime('r.created_at')} AS created,
    CASE WHEN r.sha256 IS NOT NULL THEN ${wireTime('r.frozen_at')} END AS frozen, r.sha256, r.size::float8 AS size,
    CASE WHEN r.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN r.sha256 IS NOT NULL THEN 'frozen'
      WHEN j.id IS NULL OR j.failed_at IS NOT NULL THEN 'failed' ELSE 'freezing' END AS state,
    CASE WHEN r.withdrawn_at IS NULL THEN r.card -> 'counts' END AS counts, ${card} AS card,
    CASE WHEN coalesce(r.sha256, r.withdrawn_at::text) IS NULL
      THEN json_build_object('written', r.written, 'total', r.total) END AS progress,
    CASE WHEN r.withdrawn_at IS NOT NULL THEN json_build_object('by', ${person('w')}, 'at', ${wireTime('r.withdrawn_at')},
      'reason', r.reason) END AS withdrawn
  FROM release r JOIN "user" u ON u.id = r.created_by_id LEFT JOIN "user" w ON w.id = r.withdrawn_by_id
  LEFT JOIN job j ON j.kind = 'freeze' AND j.key = r.id::text
  WHERE r.group_id = $1::uuid AND ${where} ORDER BY r.number DESC`;

/** Of a group, by its id; newest first. Asks nobody's leave. */
export const releaseRows = (group: string): Promise<ReleaseRow[]> =>
  query<ReleaseRow>('releases', sql('true', 'NULL::jsonb'), [group]);

/** By its number, as it stands in a URL. Of one that was withdrawn nothing is told but that. */
export async function releaseRow(group: string, release: string): Promise<ReleaseRow> {
  const number = /^[1-9]\d{0,8}$/.test(release) ? Number(release) : 0;
  const card = 'CASE WHEN r.withdrawn_at IS NULL THEN r.card END';
  const [row] = await query<ReleaseRow>('release', sql('r.number = $2::int', card), [group, number]);
  if (!row) throw number === 0 ? notFound() : noRelease(number);
  return row;
}

export async function releaseById(group: string, id: string): Promise<ReleaseRow | null> {
  const [row] = await query<ReleaseRow>('release-by-id', sql('r.id = $2::uuid', 'NULL::jsonb'), [group, id]);
  return row ?? null;
}
