import { doubleCruxes } from '@/lib/server/data/cards/double-cruxes';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/cards/double-cruxes/{one}/{other}', ({ viewer, params }) =>
  doubleCruxes(viewer, params.group, [params.one, params.other]),
);
