import 'server-only';
import { query } from '@/lib/server/data/database';
import { essayFor } from '@/lib/server/data/essay-scope';
import { demand } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { addedBy } from './corpus-documents';

/**
 * Lets members take the text of an essay along in exports although it has no open licence, or no longer. Whoever added it
 * may only take leave back: so nobody undoes what a moderator refused.
 */
export async function setSharing(
  viewer: Viewer,
  place: { group: string; essay: string },
  share: boolean,
): Promise<void> {
  const { group, id } = await essayFor(viewer, place, 'essay.read');
  const [essay] = await query<{ own: boolean }>(
    'sharing-own',
    `SELECT coalesce(${addedBy('$1::uuid')} = $2::uuid, false) AS own`,
    [id, viewer.user?.id ?? null],
  );
  demand(viewer, 'essay.share', { ...group, own: !share && (essay?.own ?? false) });
  await query(
    'set-sharing',
    'UPDATE reading_list_entry SET share_text = $3::boolean WHERE group_id = $1::uuid AND essay_id = $2::uuid',
    [group.id, id, share],
  );
}
