import 'server-only';
import type { ExportConsent } from '@/lib/core/api/export';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';

/** How the viewer appears in exports of a group. */
export async function consentOf(viewer: Viewer, group: string): Promise<ExportConsent> {
  const { id } = await groupFor(viewer, group, 'consent.give');
  const [row] = await query<{ choice: ExportConsent }>(
    'export-consent',
    'SELECT choice FROM export_consent WHERE group_id = $1::uuid AND user_id = $2::uuid',
    [id, userIdOf(viewer)],
  );
  return row?.choice ?? 'pseudonym';
}

/** Holds from the next export on, also after the viewer left. */
export async function setConsent(viewer: Viewer, group: string, choice: ExportConsent): Promise<void> {
  const { id } = await groupFor(viewer, group, 'consent.give');
  const of = [id, userIdOf(viewer)];
  if (choice === 'pseudonym')
    await query(
      'drop-consent',
      'DELETE FROM export_consent WHERE group_id = $1::uuid AND user_id = $2::uuid',
      of,
    );
  else
    await query(
      'set-consent',
      `INSERT INTO export_consent (group_id, user_id, choice) VALUES ($1::uuid, $2::uuid, $3)
       ON CONFLICT (group_id, user_id) DO UPDATE SET choice = excluded.choice, changed_at = now()`,
      [...of, choice],
    );
}
