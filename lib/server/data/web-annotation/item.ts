import 'server-only';
import { notFound, Problem } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { readsAlone } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { type GroupScope, groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { type Item, itemsJson } from './items';

interface Row {
  thread: string;
  /** It stood before the group, and was deleted since, or what it stands in was. */
  gone: boolean;
}

/** What was held when it was deleted was not there for others, and stays so; nor for who reads its essay alone. */
const seen = `NOT ${readsAlone('$3::uuid', { group: 'a.group_id', essay: 'a.essay_id' })}`;
const sql = `
  SELECT a.id AS thread, a.deleted_at IS NOT NULL AND a.held IS NULL AND ${seen} AS gone FROM annotation a
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
  WHERE a.id = $2::uuid AND a.group_id = $1::uuid AND a.visibility = 'group'
  UNION ALL
  SELECT a.id, (a.deleted_at IS NOT NULL OR r.deleted_at IS NOT NULL) AND a.held IS NULL AND r.held IS NULL
    AND ${seen} FROM reply r
  JOIN annotation a ON a.id = r.annotation_id
  JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
  WHERE r.id = $2::uuid AND a.group_id = $1::uuid AND a.visibility = 'group'`;

const gone = () => new Problem(410, 'gone', 'This was deleted.');

/** One annotation or reply of a group's container; 410 once it was deleted. */
export async function containerItem(
  viewer: Viewer,
  { group, id }: { group: string; id: string },
): Promise<Item> {
  return itemIn(viewer, await groupFor(viewer, group, 'annotation.read'), id);
}

/** The same in a group that the viewer may read. */
export async function itemIn(viewer: Viewer, scope: GroupScope, name: string): Promise<Item> {
  if (!isId(name)) throw notFound();
  const id = name.toLowerCase();
  const [place] = await query<Row>('wa-place', sql, [scope.id, id, viewer.user?.id ?? null]);
  if (!place) throw notFound();
  if (place.gone) throw gone();
  const [item] = await itemsJson(viewer, scope, [{ id, thread: place.thread }]);
  if (!item) throw notFound();
  return item;
}
