import { beginReleaseExport } from '@/lib/server/export/export-pieces';
import { releaseResponse } from '@/lib/server/export/release-response';
import { runningAs } from '@/lib/server/export/running-as';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/releases/{release}/export',
  ({ viewer, params, query, request }) =>
    runningAs(viewer, request, async (lease) => {
      const choice = { ...query, signal: request.signal };
      const running = await lease.during(beginReleaseExport(viewer, params, choice));
      return releaseResponse(running, lease, request);
    }),
);
