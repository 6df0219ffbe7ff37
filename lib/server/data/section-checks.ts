import 'server-only';
import type { Input, Output } from '@/lib/core/api/contracts';
import { notFound } from '@/lib/core/api/problem';
import type { EssayDocument } from '@/lib/core/essay/document';
import { type Section, sections } from '@/lib/core/essay/sections';
import { RecentlyUsed } from '@/lib/server/recently-used';
import { annotationShownTo, everybodyShownTo, readsAlone } from './audience';
import { query } from './database';
import { type EssayScope, essayFor } from './essay-scope';
import { userIdOf } from './users';
import type { Viewer } from './viewer';

type Place = Input<'GET /groups/{group}/essays/{essay}/checks'>['params'];
type Checks = Output<'GET /groups/{group}/essays/{essay}/checks'>;

/** Checks `k` count while who made them belongs to the group. */
export const countedCheck =
  'EXISTS (SELECT 1 FROM membership m WHERE m.group_id = k.group_id AND m.user_id = k.user_id)';

/** Checks `k` of an essay by who reads it alone, made since: until the reveal they are their own. */
export const sealedCheck = (essay: string) => `EXISTS (
  SELECT 1 FROM annotation_round alone JOIN round_annotator asked ON asked.round_id = alone.id
  WHERE alone.group_id = k.group_id AND alone.essay_id = ${essay} AND alone.state = 'alone'
    AND asked.user_id = k.user_id AND k.created_at >= alone.opens_at)`;

/** Checks `k` that count and that a viewer may know of: their own, and those of others where nobody of the two reads alone. */
export const checkShownTo = (viewer: string, { group, essay }: { group: string; essay: string }) =>
  `${countedCheck} AND (k.user_id = ${viewer} OR NOT (${readsAlone(viewer, { group, essay })} OR ${sealedCheck(essay)}))`;

/** By version; texts never change. So many sections in all. */
const kept = new RecentlyUsed<Section[]>(50_000, (found) => found.length + 1);

/** The sections of versions by their ids. Asks nobody's leave. */
export async function sectionsOf(versions: readonly string[]): Promise<Map<string, Section[]>> {
  const all = new Map<string, Section[]>();
  for (const id of versions) {
    const known = kept.get(id);
    if (known) all.set(id, known);
  }
  const missing = versions.filter((id) => !all.has(id));
  if (missing.length === 0) return all;
  const rows = await query<{ id: string; document: EssayDocument }>(
    'version-documents',
    'SELECT id, document FROM essay_version WHERE id = ANY($1::uuid[])',
    [missing],
  );
  for (const { id, document } of rows) {
    const found = sections(document);
    all.set(id, found);
    kept.set(id, found);
  }
  return all;
}

async function newestVersion({ id }: EssayScope): Promise<{ id: string; number: number }> {
  const [row] = await query<{ id: string; number: number }>(
    'newest-version',
    'SELECT id, number FROM essay_version WHERE essay_id = $1::uuid ORDER BY number DESC LIMIT 1',
    [id],
  );
  if (!row) throw notFound();
  return row;
}

interface TagRow {
  tag: string;
  /** Where annotations with it begin, UTF-16. */
  starts: number[];
  checks: { block: number; people: number; isMine: boolean }[];
}

const sql = `
  SELECT t.slug AS tag,
    ARRAY(SELECT x.start FROM annotation_tag y JOIN annotation a ON a.id = y.annotation_id
      JOIN anchor x ON x.annotation_id = a.id AND x.essay_version_id = $2::uuid
      WHERE y.tag_id = t.id AND x.start IS NOT NULL AND ${annotationShownTo(everybodyShownTo('$3::uuid'))}) AS starts,
    coalesce((SELECT json_agg(json_build_object('block', block, 'people', people, 'isMine', mine)) FROM (
      SELECT k.block, count(*)::int AS people, bool_or(k.user_id = $3::uuid) IS TRUE AS mine
      FROM section_check k WHERE k.group_id = $1::uuid AND k.essay_version_id = $2::uuid AND k.tag_id = t.id
        AND ${checkShownTo('$3::uuid', { group: '$1::uuid', essay: '$4::uuid' })}
      GROUP BY k.block) one), '[]') AS checks
  FROM tag t WHERE t.group_id = $1::uuid AND t.retired_at IS NULL ORDER BY t.position, t.slug`;

/** The sections of an essay's newest text, and who has looked for what in them. */
export async function listChecks(viewer: Viewer, place: Place): Promise<Checks> {
  const scope = await essayFor(viewer, place, 'annotation.read');
  const version = await newestVersion(scope);
  const values = [scope.group.id, version.id, viewer.user?.id ?? null, scope.id];
  const tags = await query<TagRow>('section-checks', sql, values);
  const found = (await sectionsOf([version.id])).get(version.id) ?? [];
  return {
    version: version.number,
    sections: found.map(({ block, title, start, end }) => ({
      block,
      title,
      tags: tags.map(({ tag, starts, checks }) => {
        const { people = 0, isMine = false } = checks.find((one) => one.block === block) ?? {};
        return { tag, people, isMine, found: starts.filter((at) => at >= start && at < end).length };
      }),
    })),
  };
}

/** Enters or takes back that the viewer has looked for a tag in a section. The same twice is the same. */
export async function setCheck(
  viewer: Viewer,
  place: Place,
  { version, block, tag, checked }: Input<'PUT /groups/{group}/essays/{essay}/checks'>['body'],
): Promise<void> {
  const { group, id } = await essayFor(viewer, place, 'section.check');
  const [named] = await query<{ version: string; tag: string }>(
    'check-names',
    `SELECT v.id AS version, t.id AS tag FROM essay_version v, tag t
     WHERE v.essay_id = $1::uuid AND v.number = $2::int AND t.group_id = $3::uuid AND t.slug = $4
       AND t.retired_at IS NULL`,
    [id, version, group.id, tag],
  );
  const section = (await sectionsOf(named ? [named.version] : []))
    .get(named?.version ?? '')
    ?.find((one) => one.block === block);
  if (!named || !section) throw notFound();
  const key = [group.id, named.version, named.tag, userIdOf(viewer), block];
  if (checked)
    await query(
      'check-section',
      `INSERT INTO section_check (group_id, essay_version_id, tag_id, user_id, block, start, "end")
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::int, $6::int, $7::int) ON CONFLICT DO NOTHING`,
      [...key, section.start, section.end],
    );
  else
    await query(
      'uncheck-section',
      `DELETE FROM section_check WHERE group_id = $1::uuid AND essay_version_id = $2::uuid AND tag_id = $3::uuid
         AND user_id = $4::uuid AND block = $5::int`,
      key,
    );
}
