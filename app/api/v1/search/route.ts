import { search } from '@/lib/server/data/search/search';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /search', ({ viewer, query }) => search(viewer, query));
