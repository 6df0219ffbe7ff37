import { listChecks, setCheck } from '@/lib/server/data/section-checks';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/checks', ({ viewer, params }) =>
  listChecks(viewer, params),
);

export const PUT = endpoint('PUT /groups/{group}/essays/{essay}/checks', ({ viewer, params, body }) =>
  setCheck(viewer, params, body),
);
