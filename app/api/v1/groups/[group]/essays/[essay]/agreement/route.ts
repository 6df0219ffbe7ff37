import { essayAgreement } from '@/lib/server/data/agreement/agreement';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/agreement', ({ viewer, params, query }) =>
  essayAgreement(viewer, params, query),
);
