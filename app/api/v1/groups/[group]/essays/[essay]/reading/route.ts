import { readingOf, remember } from '@/lib/server/data/reading';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/reading', ({ viewer, params }) =>
  readingOf(viewer, params),
);

export const PUT = endpoint('PUT /groups/{group}/essays/{essay}/reading', ({ viewer, params, body }) =>
  remember(viewer, params, body),
);
