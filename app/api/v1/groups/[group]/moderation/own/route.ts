import { ownDecisions } from '@/lib/server/data/moderation/own-decisions';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/moderation/own', async ({ viewer, params }) => ({
  items: await ownDecisions(viewer, params.group),
}));
