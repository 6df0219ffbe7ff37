import 'server-only';
import type { Guideline } from '@/lib/core/api/groups';
import { changedMeanwhile } from '@/lib/core/api/problem';
import { query, transaction } from './database';
import { groupChannel, publish } from './events';
import { groupFor, lockedGroupFor } from './group-scope';
import { userIdOf } from './users';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

const sql = `
  SELECT g.guideline AS markdown, g.guideline_version AS version, coalesce((
    SELECT json_agg(json_build_object('version', r.version, 'markdown', r.text, 'created', ${wireTime('r.created_at')},
      'editor', json_build_object('id', u.id, 'name', u.name)) ORDER BY r.version DESC)
    FROM guideline_revision r JOIN "user" u ON u.id = r.editor_id WHERE r.group_id = g.id), '[]') AS history
  FROM "group" g WHERE g.id = $1::uuid`;

/** How to annotate in a group, and everything that it said before. */
export async function guidelineOf(viewer: Viewer, group: string): Promise<Guideline> {
  const { id } = await groupFor(viewer, group, 'group.read');
  const [row] = await query<Guideline>('guideline', sql, [id]);
  return row!;
}

/** `ifMatch`: the version that the change is based on; null for any. The same words make no new version. */
export async function changeGuideline(
  viewer: Viewer,
  group: string,
  { markdown, ifMatch }: { markdown: string; ifMatch: number | null },
): Promise<Guideline> {
  return transaction(async (tx) => {
    const { id } = await lockedGroupFor(viewer, group, 'vocabulary.edit');
    const before = await guidelineOf(viewer, id);
    if (ifMatch !== null && ifMatch !== before.version) throw changedMeanwhile(before);
    if (markdown === before.markdown) return before;
    const version = before.version + 1;
    await tx.group.update({ where: { id }, data: { guideline: markdown, guidelineVersion: version } });
    const actor = userIdOf(viewer);
    await tx.guidelineRevision.create({ data: { groupId: id, version, text: markdown, editorId: actor } });
    await publish({ channel: groupChannel(id), kind: 'group', change: 'edited', entity: id, actor });
    return guidelineOf(viewer, id);
  });
}
