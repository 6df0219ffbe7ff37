import 'server-only';
import { createHash } from 'node:crypto';
import { may } from '@/lib/core/access/permissions';
import { software } from '@/lib/core/corpus/software';
import { config } from '@/lib/server/config';
import { readsAlone } from './audience';
import { query } from './database';
import { cardsChannel, groupChannel, userChannel } from './events';
import type { GroupScope } from './group-scope';
import type { Viewer } from './viewer';

/** How what a group sees stands for somebody: known from where its channels stand, however much there is. */
export interface LayerState {
  /** Another one whenever anything of it may have changed. */
  key: string;
  /** Of the group. */
  name: string;
  /** Through whose eyes it is read. Who has nothing of their own in it sees what everybody sees: null. */
  viewer: string | null;
  moderates: boolean;
}

const sql = `
  SELECT g.name, (
    SELECT string_agg(c.id || ' ' || c.epoch || '.' || c.seq, ' ' ORDER BY c.id) FROM channel c JOIN (
      SELECT unnest($3::text[]) AS id
      UNION ALL SELECT 'essay:' || l.group_id || ':' || l.essay_id FROM reading_list_entry l WHERE l.group_id = $1::uuid
    ) followed USING (id)) AS channels,
    (SELECT string_agg(concat_ws(' ', y.id, y.version, l.slug), ' ' ORDER BY y.id) FROM reading_list_entry l
      JOIN essay y ON y.id = l.essay_id WHERE l.group_id = $1::uuid) AS essays,
    (SELECT c.epoch || '.' || c.seq FROM channel c WHERE c.id = $4) AS mine,
    (SELECT string_agg(l.essay_id::text, ' ' ORDER BY l.essay_id) FROM reading_list_entry l WHERE l.group_id = $1::uuid
      AND ${readsAlone('$2::uuid', { group: 'l.group_id', essay: 'l.essay_id' })}) AS alone
  FROM "group" g WHERE g.id = $1::uuid`;

interface Row {
  name: string;
  channels: string | null;
  /** On the list, with what they are called: another group may rename one. */
  essays: string | null;
  /** Where the viewer's own channel stands, which tells of what is theirs alone. */
  mine: string | null;
  /** Essays that they read alone. */
  alone: string | null;
}

export async function layerState(viewer: Viewer, group: GroupScope): Promise<LayerState> {
  const user = viewer.user?.id ?? null;
  const values = [group.id, user, [groupChannel(group.id), cardsChannel(group.id)], userChannel(user ?? '')];
  const [row] = await query<Row>('layer-state', sql, values);
  const { name, mine, alone } = row!;
  const eyes = { viewer: mine || alone ? user : null, moderates: may('moderation.review', group) };
  const shared = [row!.channels, row!.essays, name, group.id, group.slug, config().APP_URL, software.version];
  const parts = [...shared, eyes, eyes.viewer && [mine, alone]];
  return { key: createHash('sha256').update(JSON.stringify(parts)).digest('base64url'), name, ...eyes };
}
