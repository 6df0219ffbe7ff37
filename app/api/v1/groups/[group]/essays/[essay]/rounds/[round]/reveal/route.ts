import { revealAnnotationRound } from '@/lib/server/data/annotation-rounds/lead-round';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint(
  'POST /groups/{group}/essays/{essay}/rounds/{round}/reveal',
  ({ viewer, params }) => revealAnnotationRound(viewer, params),
);
