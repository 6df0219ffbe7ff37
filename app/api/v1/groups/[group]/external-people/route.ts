import { externalPeople } from '@/lib/server/data/corpus-import/external-people';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/external-people', ({ viewer, params }) =>
  externalPeople(viewer, params.group),
);
