import { readAnnotationRound } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { cancelAnnotationRound, changeAnnotationRound } from '@/lib/server/data/annotation-rounds/lead-round';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/rounds/{round}', ({ viewer, params }) =>
  readAnnotationRound(viewer, params),
);

export const PATCH = endpoint(
  'PATCH /groups/{group}/essays/{essay}/rounds/{round}',
  ({ viewer, params, body }) => changeAnnotationRound(viewer, params, body),
);

export const DELETE = endpoint('DELETE /groups/{group}/essays/{essay}/rounds/{round}', ({ viewer, params }) =>
  cancelAnnotationRound(viewer, params),
);
