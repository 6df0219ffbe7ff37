import 'server-only';
import { v7 } from 'uuid';
import { describe } from '@/lib/core/anchoring/selectors';
import type { GuidelineExample } from '@/lib/core/api/adjudication';
import type { Input } from '@/lib/core/api/contracts';
import { invalid, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { readsAlone } from '@/lib/server/data/audience';
import { query, transaction } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { groupFor, lockedGroupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import { requireVersionText, type VersionText, versionTexts } from '@/lib/server/data/version-text';
import type { Viewer } from '@/lib/server/data/viewer';
import { wireTime } from '@/lib/server/data/wire-time';

type Draft = Input<'POST /groups/{group}/examples'>['body'];

interface Row {
  id: string;
  tag: string;
  positive: boolean;
  reason: string;
  essayId: string;
  slug: string;
  title: string;
  version: number;
  /** UTF-16. */
  start: number;
  end: number;
  created: string;
}

/** Of essays on the list that the reader does not read alone; tags in the order of the vocabulary; what a tag is meant for before what it is not. */
const sql = `
  SELECT x.id, t.slug AS tag, x.is_positive AS positive, x.reason, e.id AS "essayId", l.slug, e.title, v.number AS version,
    x.start, x."end", ${wireTime('x.created_at')} AS created
  FROM guideline_example x JOIN tag t ON t.id = x.tag_id JOIN essay_version v ON v.id = x.essay_version_id
  JOIN essay e ON e.id = v.essay_id JOIN reading_list_entry l ON l.group_id = x.group_id AND l.essay_id = e.id
  WHERE x.group_id = $1::uuid AND ($2::uuid IS NULL OR x.id = $2::uuid)
    AND NOT ${readsAlone('$3::uuid', { group: 'x.group_id', essay: 'e.id' })}
  ORDER BY t.position, t.slug, x.is_positive DESC, x.created_at, x.id`;

/** Passages that show what tags are meant for, and what not. */
export async function guidelineExamples(viewer: Viewer, group: string): Promise<GuidelineExample[]> {
  const { id } = await groupFor(viewer, group, 'essay.read');
  return examplesOf(viewer, id);
}

async function examplesOf(
  viewer: Viewer,
  group: string,
  one: string | null = null,
): Promise<GuidelineExample[]> {
  const rows = await query<Row>('guideline-examples', sql, [group, one, viewer.user?.id ?? null]);
  const texts = await versionTexts(rows.map(({ essayId, version }) => ({ essay: essayId, version })));
  return rows.map((row, i) => {
    const text = texts[i];
    if (!text) throw notFound();
    return shown(row, text);
  });
}

function shown({ essayId: _, slug, title, ...row }: Row, { text, points }: VersionText): GuidelineExample {
  const [{ start, end }, { exact, prefix = '', suffix = '' }] = describe(text, row, points);
  return { ...row, essay: { slug, title }, start, end, exact, prefix, suffix };
}

/** Keeps a passage as an example; the same passage and tag again changes what it says. */
export async function keepExample(viewer: Viewer, group: string, draft: Draft): Promise<GuidelineExample> {
  return transaction(async () => {
    const { group: scope, id: essay } = await essayFor(
      viewer,
      { group, essay: draft.essay },
      'vocabulary.edit',
    );
    const found = await requireVersionText(essay, draft.version);
    const { start, end, tag, positive, reason } = draft;
    if (start >= end || end > found.points.length)
      throw invalid('place', 'There is no such place in the text.');
    const [row] = await query<{ id: string }>(
      'keep-example',
      `INSERT INTO guideline_example AS x (id, group_id, tag_id, essay_version_id, start, "end", is_positive, reason, created_by_id)
       SELECT $1::uuid, t.group_id, t.id, $4::uuid, $5::int, $6::int, $7::boolean, $8, $9::uuid
       FROM tag t WHERE t.group_id = $2::uuid AND t.slug = $3
       ON CONFLICT (group_id, tag_id, essay_version_id, start, "end")
         DO UPDATE SET is_positive = excluded.is_positive, reason = excluded.reason
       RETURNING id`,
      [
        v7(),
        scope.id,
        tag,
        found.id,
        found.points.toUtf16(start),
        found.points.toUtf16(end),
        positive,
        reason,
        userIdOf(viewer),
      ],
    );
    if (!row) throw invalid('tag', 'There is no such tag in this group.');
    const [example] = await examplesOf(viewer, scope.id, row.id);
    if (!example) throw notFound();
    return example;
  });
}

export async function deleteExample(
  viewer: Viewer,
  { group, id }: { group: string; id: string },
): Promise<void> {
  await transaction(async () => {
    const scope = await lockedGroupFor(viewer, group, 'vocabulary.edit');
    const rows = isId(id)
      ? await query<{ id: string }>(
          'delete-example',
          'DELETE FROM guideline_example WHERE id = $1::uuid AND group_id = $2::uuid RETURNING id',
          [id, scope.id],
        )
      : [];
    if (rows.length === 0) throw notFound();
  });
}
