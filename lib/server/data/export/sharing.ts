import 'server-only';
import { query } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import type { Viewer } from '@/lib/server/data/viewer';

/** Lets members take the text of an essay along in exports although it has no open licence, or no longer. */
export async function setSharing(
  viewer: Viewer,
  place: { group: string; essay: string },
  share: boolean,
): Promise<void> {
  const { group, id } = await essayFor(viewer, place, 'essay.edit');
  await query(
    'set-sharing',
    'UPDATE reading_list_entry SET share_text = $3::boolean WHERE group_id = $1::uuid AND essay_id = $2::uuid',
    [group.id, id, share],
  );
}
