import { listRounds, openRound } from '@/lib/server/data/cards/rounds';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/rounds', async ({ viewer, params }) => ({
  items: await listRounds(viewer, params.group),
}));

export const POST = endpoint('POST /groups/{group}/rounds', ({ viewer, params, body }) =>
  openRound(viewer, params.group, body),
);
