import { listAnnotationRounds } from '@/lib/server/data/annotation-rounds/annotation-rounds';
import { beginAnnotationRound } from '@/lib/server/data/annotation-rounds/begin-round';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/rounds', async ({ viewer, params }) => ({
  items: await listAnnotationRounds(viewer, params),
}));

export const POST = endpoint('POST /groups/{group}/essays/{essay}/rounds', ({ viewer, params, body }) =>
  beginAnnotationRound(viewer, params, body),
);
