import { groupAgreement } from '@/lib/server/data/agreement/agreement';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/agreement', ({ viewer, params, query }) =>
  groupAgreement(viewer, params.group, query.tag),
);
