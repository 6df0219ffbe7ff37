import { essayAdjudication } from '@/lib/server/data/adjudication/adjudication';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/adjudication', ({ viewer, params }) =>
  essayAdjudication(viewer, params),
);
