import { mapRelations } from '@/lib/server/data/cards/map-relations';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/cards/relations', async ({ viewer, params }) => ({
  items: await mapRelations(viewer, params.group),
}));
