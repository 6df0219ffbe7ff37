import { essayAdjudication } from '@/lib/server/data/adjudication/adjudication';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/adjudication', ({ viewer, params, query }) =>
  essayAdjudication(viewer, params, query),
);
