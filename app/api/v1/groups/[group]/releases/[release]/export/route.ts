import { beginReleaseExport } from '@/lib/server/export/export-pieces';
import { releaseResponse } from '@/lib/server/export/release-response';
import { beginRunning } from '@/lib/server/export/running-exports';
import { clientAddress } from '@/lib/server/http/client-address';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/releases/{release}/export',
  async ({ viewer, params, query, request }) => {
    const { signal } = request;
    const lease = beginRunning(viewer.user?.id ?? clientAddress(request.headers));
    try {
      const running = await lease.during(beginReleaseExport(viewer, params, { ...query, signal }));
      return await releaseResponse(running, lease, request);
    } catch (error) {
      lease.end();
      throw error;
    }
  },
);
