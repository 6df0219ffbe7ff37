import { concordance } from '@/lib/server/data/search/concordance';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/concordance', ({ viewer, params, query }) =>
  concordance(viewer, params.group, query),
);
