import 'server-only';
import { query } from './database';
import { publish, userChannel } from './events';

const channelsWith = `
  SELECT DISTINCT 'essay:' || a.group_id || ':' || a.essay_id AS channel FROM (
    SELECT id FROM annotation WHERE author_id = $1::uuid OR resolved_by_id = $1::uuid
    UNION SELECT annotation_id FROM reply WHERE author_id = $1::uuid
  ) thread JOIN annotation a USING (id) WHERE a.visibility = 'group'
  UNION SELECT 'cards:' || group_id FROM card WHERE created_by_id = $1::uuid ORDER BY channel`;

/**
 * Makes everybody who sees the person's name fetch afresh; call it in the transaction that changes the name.
 * Names are not in events, so all that bear this one change at once.
 */
export async function announceRename(user: string): Promise<void> {
  const rows = await query<{ channel: string }>('channels-with-name', channelsWith, [user]);
  // In this order everywhere, or two writers could wait for each other.
  for (const channel of [...rows.map((row) => row.channel), userChannel(user)])
    await publish({ channel, kind: 'resync', change: 'renamed', entity: user, actor: user });
}
