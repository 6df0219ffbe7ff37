import { moderators, type Row } from './access-row.fixture';
import type { World } from './access-world.fixture';
import { query } from './database';

/** Webhooks are their moderators' alone; to others they are there as little as any setting. */
const ids = ({ ids }: World) => ({ id: ids.webhook, delivery: ids.delivery });
const one = '/groups/{group}/webhooks/{id}';

export const webhookRows: Row[] = [
  { key: 'GET /groups/{group}/webhooks', who: moderators, status: 200 },
  {
    key: 'POST /groups/{group}/webhooks',
    who: moderators,
    status: 201,
    body: () => ({ url: 'https://hooks.example/new', events: ['card'] }),
  },
  { key: `PATCH ${one}`, who: moderators, status: 200, ids, body: () => ({ enabled: false }) },
  { key: `DELETE ${one}`, who: moderators, status: 204, ids },
  { key: `POST ${one}/secret`, who: moderators, status: 200, ids },
  { key: `POST ${one}/ping`, who: moderators, status: 201, ids },
  { key: `GET ${one}/deliveries`, who: moderators, status: 200, ids },
  { key: `POST ${one}/deliveries/{delivery}/redelivery`, who: moderators, status: 200, ids },
];

/** A webhook of a group that nothing happens to, and a message that was sent to it. */
export async function webhookOf(group: string, user: string): Promise<{ webhook: string; delivery: string }> {
  const [made] = await query<{ webhook: string; delivery: string }>(
    'fixture-webhook',
    `WITH made AS (
       INSERT INTO webhook (id, group_id, url, events, created_by_id)
       VALUES (gen_random_uuid(), $1::uuid, 'https://hooks.example/', '{tag}', $2::uuid) RETURNING id
     )
     INSERT INTO webhook_delivery (webhook_id, type, data, state) SELECT id, 'ping', '{}', 'delivered' FROM made
     RETURNING webhook_id AS webhook, id AS delivery`,
    [group, user],
  );
  return made!;
}
