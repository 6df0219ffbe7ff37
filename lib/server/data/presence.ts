import 'server-only';
import type { Input } from '@/lib/core/api/contracts';
import { query } from './database';
import { essayFor } from './essay-scope';
import { essayChannel } from './events';
import type { Viewer } from './viewer';

/** Name that instances LISTEN on for signs of presence, which are in the payload and nowhere else. */
export const presenceNotification = 'cruxbook_presence';

type Asked = Input<'PUT /groups/{group}/essays/{essay}/presence'>;

/** Tells the group that the viewer reads, or leaves; those who do not want to be seen are not. */
export async function showPresence(
  viewer: Viewer,
  { params, body }: Pick<Asked, 'params' | 'body'>,
): Promise<void> {
  const { group, id } = await essayFor(viewer, params, 'presence.show');
  const block = body.leaving ? null : body.block;
  const sign = {
    channel: essayChannel(group.id, id),
    presence: { id: viewer.user?.id, name: viewer.user?.name, block },
  };
  await query(
    'show-presence',
    // Held until it is told, so that it is told before they hide or not at all.
    `WITH seen AS MATERIALIZED (
       SELECT id FROM "user" WHERE id = $3::uuid AND (coalesce((settings->>'presence')::boolean, true) OR $4::boolean) FOR SHARE)
     SELECT pg_notify($1, $2)::text FROM seen`,
    [presenceNotification, JSON.stringify(sign), viewer.user?.id, block === null],
  );
}

/** Tells everybody that somebody wants to be seen nowhere any more, whatever else they have open. */
export async function hidePresence(user: string): Promise<void> {
  const payload = JSON.stringify({ hidden: user });
  await query('hide-presence', 'SELECT pg_notify($1, $2)::text', [presenceNotification, payload]);
}
