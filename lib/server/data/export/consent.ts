import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { ExportConsent, GivenConsent } from '@/lib/core/api/export';
import { query } from '@/lib/server/data/database';
import { demand, type GroupScope, groupSeenBy } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';

/** Ids of groups in which $1 left anything that an export may hold, or said how. */
const contributed = `
  SELECT group_id FROM annotation WHERE author_id = $1::uuid
  UNION SELECT a.group_id FROM reply r JOIN annotation a ON a.id = r.annotation_id WHERE r.author_id = $1::uuid
  UNION SELECT a.group_id FROM reaction x LEFT JOIN reply r ON r.id = x.reply_id
    JOIN annotation a ON a.id = coalesce(x.annotation_id, r.annotation_id) WHERE x.user_id = $1::uuid
  UNION SELECT group_id FROM card WHERE created_by_id = $1::uuid
  UNION SELECT c.group_id FROM card_revision w JOIN card c ON c.id = w.card_id WHERE w.editor_id = $1::uuid
  UNION SELECT c.group_id FROM relation r JOIN card c ON c.id = r.from_id WHERE r.created_by_id = $1::uuid
  UNION SELECT c.group_id FROM position p JOIN card c ON c.id = p.card_id WHERE p.user_id = $1::uuid
  UNION SELECT group_id FROM section_check WHERE user_id = $1::uuid
  UNION SELECT group_id FROM export_consent WHERE user_id = $1::uuid`;

/** The groups that the viewer contributed to, also those they left, and how they appear in exports of each. */
export const consentsOf = (viewer: Viewer): Promise<GivenConsent[]> =>
  query(
    'export-consents',
    `SELECT json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) AS "group", m.user_id IS NOT NULL AS member,
       coalesce(x.choice, 'pseudonym') AS choice
     FROM "group" g
     LEFT JOIN membership m ON m.group_id = g.id AND m.user_id = $1::uuid
     LEFT JOIN export_consent x ON x.group_id = g.id AND x.user_id = $1::uuid
     WHERE g.id IN (${contributed}) ORDER BY lower(g.name), g.id`,
    [userIdOf(viewer)],
  );

/** How the viewer appears in exports of a group. */
export async function consentOf(viewer: Viewer, group: string): Promise<ExportConsent> {
  const { id } = await groupForConsent(viewer, group);
  const [row] = await query<{ choice: ExportConsent }>(
    'export-consent',
    'SELECT choice FROM export_consent WHERE group_id = $1::uuid AND user_id = $2::uuid',
    [id, userIdOf(viewer)],
  );
  return row?.choice ?? 'pseudonym';
}

/** Holds from the next export on, also after the viewer left. */
export async function setConsent(viewer: Viewer, group: string, choice: ExportConsent): Promise<void> {
  const { id } = await groupForConsent(viewer, group);
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

/** For members, and for who left something of theirs there; to all others a private group is not there. */
async function groupForConsent(viewer: Viewer, group: string): Promise<GroupScope> {
  const found = await groupSeenBy(viewer, group);
  const own = !may('consent.give', found) && (await hasContributed(viewer, found));
  if (!may('consent.give', { ...found, own })) demand(viewer, 'consent.give', found);
  return found;
}

async function hasContributed(viewer: Viewer, { id }: GroupScope): Promise<boolean> {
  if (!viewer.user) return false;
  const rows = await query(
    'has-contributed',
    `SELECT 1 FROM (${contributed}) AS left_behind WHERE group_id = $2::uuid LIMIT 1`,
    [viewer.user.id, id],
  );
  return rows.length > 0;
}
