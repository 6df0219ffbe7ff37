import { undoAdjudication } from '@/lib/server/data/adjudication/undo-adjudication';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint(
  'POST /groups/{group}/essays/{essay}/adjudication/decisions/{id}/undo',
  async ({ viewer, params, query }) => ({ cases: await undoAdjudication(viewer, { ...params, ...query }) }),
);
