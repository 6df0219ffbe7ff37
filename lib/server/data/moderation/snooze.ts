import 'server-only';
import { notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { tellQueueMoved } from './queue-notification';
import { subjectsFor } from './subjects';

/** Leaves a contribution out of the queue for so many hours, for all moderators; null puts it back. */
export async function snooze(
  viewer: Viewer,
  { group, id }: { group: string; id: string },
  hours: number | null,
): Promise<void> {
  const scope = await groupFor(viewer, group, 'moderation.review');
  const subject = isId(id) ? (await subjectsFor(viewer, scope.id, [id])).get(id.toLowerCase()) : undefined;
  if (!subject) throw notFound();
  if (hours === null) await query('wake', 'DELETE FROM snooze WHERE subject_id = $1::uuid', [subject.id]);
  else
    await query(
      'snooze',
      `INSERT INTO snooze (subject_id, group_id, until) VALUES ($1::uuid, $2::uuid, now() + $3::int * interval '1 hour')
       ON CONFLICT (subject_id) DO UPDATE SET until = excluded.until, created_at = now()`,
      [subject.id, scope.id, hours],
    );
  await tellQueueMoved(scope.id);
}
