import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import { readsAlone } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { essayChannel } from '@/lib/server/data/events';
import type { Viewer } from '@/lib/server/data/viewer';

/** The newest text of an essay, as far as agreement on it goes. */
export interface EssayState {
  group: string;
  /** Essay id. */
  id: string;
  slug: string;
  title: string;
  language: string;
  /** Number of the text, and id of its row. */
  version: number;
  versionId: string;
  sha256: string;
  /** Tags that count: those in use, in order. */
  tags: string[];
  /** Stays the same as long as all figures do. */
  key: string;
}

/**
 * Who opened an essay of group $1: members who may annotate there and have been on its page or checked a section, in
 * whatever version. $2 are the roles that may. Whoever annotated it has opened it, too; that is found with the marks.
 */
const opened = `
  SELECT p.essay_id, p.user_id FROM membership m
  JOIN read_mark p ON p.user_id = m.user_id AND p.group_id = m.group_id
  WHERE m.group_id = $1::uuid AND m.role = ANY($2::text[])
  UNION
  SELECT v.essay_id, k.user_id FROM membership m
  JOIN section_check k ON k.user_id = m.user_id AND k.group_id = m.group_id
  JOIN essay_version v ON v.id = k.essay_version_id
  WHERE m.group_id = $1::uuid AND m.role = ANY($2::text[])`;

/** SQL of what `essayChannel` makes of $1 and essay `e`. */
const channelOf = `'${essayChannel("' || $1::text || '", "' || e.id")}`;

/** What is not on an essay's channel is in the key itself: tags in use, the language, and who opened it. */
const sql = `
  WITH opened AS (${opened}), words AS (
    SELECT coalesce(array_agg(slug ORDER BY position, slug), '{}') AS tags FROM tag
    WHERE group_id = $1::uuid AND retired_at IS NULL)
  SELECT e.id, r.slug, e.title, e.language, v.number AS version, v.id AS "versionId", v.sha256, words.tags,
    concat_ws(' ', $1::text, v.id, e.language, c.epoch, c.seq, md5(words.tags::text), (
      SELECT md5(string_agg(o.user_id::text, ' ' ORDER BY o.user_id)) FROM opened o WHERE o.essay_id = e.id)) AS key
  FROM words, reading_list_entry r JOIN essay e ON e.id = r.essay_id
  CROSS JOIN LATERAL (SELECT id, number, sha256 FROM essay_version WHERE essay_id = e.id ORDER BY number DESC LIMIT 1) v
  LEFT JOIN channel c ON c.id = ${channelOf}
  WHERE r.group_id = $1::uuid AND ($3::uuid IS NULL OR e.id = $3::uuid)
    AND NOT ${readsAlone('$4::uuid', { group: 'r.group_id', essay: 'e.id' })}
  ORDER BY r.position, r.added_at, e.id`;

/** The essays of a group, or one of them, but for those that the viewer reads alone. */
export async function essayStates(
  viewer: Viewer,
  group: string,
  essay: string | null = null,
): Promise<EssayState[]> {
  const rows = await query<Omit<EssayState, 'group'>>('agreement-states', sql, [
    group,
    rolesThatMay('annotation.create'),
    essay,
    viewer.user?.id ?? null,
  ]);
  return rows.map((row) => ({ ...row, group }));
}

/** Ids of those who opened an essay, as `key` knows them. */
export async function whoOpened({ group, id }: EssayState): Promise<string[]> {
  const rows = await query<{ user: string }>(
    'agreement-opened',
    `SELECT user_id AS "user" FROM (${opened}) o WHERE o.essay_id = $3::uuid`,
    [group, rolesThatMay('annotation.create'), id],
  );
  return rows.map(({ user }) => user);
}
