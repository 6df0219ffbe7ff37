import 'server-only';
import { rolesThatMay } from '@/lib/core/access/permissions';
import type { Judge } from '@/lib/core/agreement/annotated-text';
import { lookedThrough } from '@/lib/core/agreement/looked-for';
import { grouped } from '@/lib/core/crux/grouped';
import { readsAlone } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { essayChannel } from '@/lib/server/data/events';
import { sectionsOf } from '@/lib/server/data/section-checks';
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

/** Of somebody who reads alone nothing is known yet: what they marked is sealed. */
const isOpenHanded = (person: string, essay: string) =>
  `NOT ${readsAlone(person, { group: 'm.group_id', essay })}`;

/** SQL: the newest text of the essay whose id is an expression. */
const newestOf = (essay: string) =>
  `(SELECT id FROM essay_version WHERE essay_id = ${essay} ORDER BY number DESC LIMIT 1)`;

/**
 * What members of group $1 who may annotate there said of having looked through its essays: a row for each section that they
 * checked for a tag, and one without place for each tag of a round that is revealed and that they were done with; without
 * tag, for every tag. $2 are the roles that may. Of the newest text only: what was not there to be read says nothing. Whoever
 * marked something has looked, too; that is found with the marks. Who only opened it has not: moderators open everything.
 */
const looked = `
  SELECT v.essay_id, k.user_id, tag.slug AS tag, k.start, k."end" FROM membership m
  JOIN section_check k ON k.user_id = m.user_id AND k.group_id = m.group_id
  JOIN essay_version v ON v.id = k.essay_version_id AND v.id = ${newestOf('v.essay_id')}
  JOIN tag ON tag.id = k.tag_id AND tag.retired_at IS NULL
  WHERE m.group_id = $1::uuid AND m.role = ANY($2::text[]) AND ${isOpenHanded('k.user_id', 'v.essay_id')}
  UNION ALL
  SELECT r.essay_id, p.user_id, tag.slug, NULL, NULL FROM membership m
  JOIN annotation_round r ON r.group_id = m.group_id AND r.state = 'revealed' AND r.essay_version_id = ${newestOf('r.essay_id')}
  JOIN round_annotator p ON p.round_id = r.id AND p.user_id = m.user_id AND p.done_at IS NOT NULL
  LEFT JOIN (round_tag x JOIN tag ON tag.id = x.tag_id) ON x.round_id = r.id
  WHERE m.group_id = $1::uuid AND m.role = ANY($2::text[]) AND ${isOpenHanded('p.user_id', 'r.essay_id')}`;

/** SQL of what `essayChannel` makes of $1 and essay `e`. */
const channelOf = `'${essayChannel("' || $1::text || '", "' || e.id")}`;

/** What is not on an essay's channel is in the key itself: tags in use, the language, and who looked for what. */
const sql = `
  WITH looked AS (${looked}), words AS (
    SELECT coalesce(array_agg(slug ORDER BY position, slug), '{}') AS tags FROM tag
    WHERE group_id = $1::uuid AND retired_at IS NULL)
  SELECT e.id, r.slug, e.title, e.language, v.number AS version, v.id AS "versionId", v.sha256, words.tags,
    concat_ws(' ', $1::text, v.id, e.language, c.epoch, c.seq, md5(words.tags::text), (
      SELECT md5(string_agg(o.said, ',' ORDER BY o.said)) FROM (
        SELECT concat_ws(' ', user_id, tag, start, "end") AS said FROM looked WHERE essay_id = e.id) o)) AS key
  FROM words, reading_list_entry r JOIN essay e ON e.id = r.essay_id
  JOIN essay_version v ON v.id = ${newestOf('e.id')}
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

interface Looked {
  person: string;
  tag: string | null;
  /** UTF-16; null: all of it. */
  start: number | null;
  end: number | null;
}

/** Who looked through an essay, as `key` knows them, and for what. */
export async function whoLooked({ group, id, versionId, tags }: EssayState): Promise<Judge[]> {
  const rows = await query<Looked>(
    'agreement-looked',
    `SELECT user_id AS person, tag, start, "end" FROM (${looked}) o WHERE o.essay_id = $3::uuid`,
    [group, rolesThatMay('annotation.create'), id],
  );
  if (rows.length === 0) return [];
  const sections = (await sectionsOf([versionId])).get(versionId) ?? [];
  return lookedThrough(rows, { sections, tags });
}

const openedSql = `
  SELECT p.essay_id AS essay, p.user_id AS "user" FROM membership m
  JOIN read_mark p ON p.user_id = m.user_id AND p.group_id = m.group_id
  WHERE m.group_id = $1::uuid AND m.role = ANY($2::text[]) AND ($3::uuid IS NULL OR p.essay_id = $3::uuid)
    AND ${isOpenHanded('p.user_id', 'p.essay_id')}`;

/** Members who may annotate and have been on the page of an essay, by its id: of a group, or of one essay. */
export async function whoOpened(group: string, essay: string | null): Promise<Map<string, string[]>> {
  const values = [group, rolesThatMay('annotation.create'), essay];
  const rows = await query<{ essay: string; user: string }>('agreement-opened', openedSql, values);
  return new Map(
    [...grouped(rows, (row) => row.essay)].map(([id, own]) => [id, own.map(({ user }) => user)]),
  );
}
