import { rewordCard } from '@/lib/server/data/cards/change-card';
import { readCard } from '@/lib/server/data/cards/read-card';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/cards/{card}', async ({ viewer, params }) => {
  const found = await readCard(viewer, params);
  if ('card' in found) return found.card;
  const location = `/api/v1/groups/${params.group}/cards/${found.mergedInto}`;
  return new Response(null, { status: 301, headers: { location, 'cache-control': 'private, no-cache' } });
});

export const PATCH = endpoint('PATCH /groups/{group}/cards/{card}', ({ viewer, params, body, ifMatch }) =>
  rewordCard(viewer, params, { ...body, ifMatch }),
);
