import { readyExport } from '@/lib/server/data/export/prepared-exports';
import { userIdOf } from '@/lib/server/data/users';
import { preparedResponse } from '@/lib/server/export/prepared-response';
import { amongPreviews } from '@/lib/server/export/running-exports';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/exports/{id}/file',
  async ({ viewer, params: { group, id }, request }) => {
    const ready = await amongPreviews(userIdOf(viewer), () =>
      readyExport(viewer, { group, id }, request.signal),
    );
    return preparedResponse(viewer, ready, request);
  },
);
