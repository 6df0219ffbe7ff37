import 'server-only';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';

interface RoundCount {
  /** Without those that were cancelled. */
  all: number;
  /** In which people read alone now. */
  open: number;
}

const sql = `
  SELECT essay_id AS essay, count(*)::int AS "all", count(*) FILTER (WHERE state = 'alone')::int AS open
  FROM annotation_round WHERE group_id = $1::uuid AND state <> 'cancelled' GROUP BY essay_id`;

/** How many annotation rounds the essays of a group have, by the essay's id; without those that have none. */
export async function countRounds(viewer: Viewer, group: string): Promise<Map<string, RoundCount>> {
  const { id } = await groupFor(viewer, group, 'annotation.read');
  const rows = await query<RoundCount & { essay: string }>('count-rounds', sql, [id]);
  return new Map(rows.map(({ essay, ...count }) => [essay, count]));
}
