import 'server-only';
import { conflict } from '@/lib/core/api/problem';
import { readsAlone } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import type { Viewer } from '@/lib/server/data/viewer';

/** Whether the viewer reads an essay alone, both given by id. */
export async function isAlone(
  viewer: Viewer,
  { group, essay }: { group: string; essay: string },
): Promise<boolean> {
  if (!viewer.user) return false;
  const [row] = await query<{ alone: boolean }>(
    'is-alone',
    `SELECT ${readsAlone('$1::uuid', { group: '$2::uuid', essay: '$3::uuid' })} AS alone`,
    [viewer.user.id, group, essay],
  );
  return row?.alone ?? false;
}

/** Throws where the viewer reads alone: figures of an essay tell what others marked there. */
export async function demandNotAlone(viewer: Viewer, place: { group: string; essay: string }): Promise<void> {
  if (await isAlone(viewer, place))
    throw conflict(
      'reading-alone',
      'You read this essay alone. What others marked is shown after the reveal.',
    );
}
