import { peopleByCards } from '@/lib/server/data/cards/people-by-cards';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/cards/heat-map', ({ viewer, params, query }) =>
  peopleByCards(viewer, params.group, query),
);
