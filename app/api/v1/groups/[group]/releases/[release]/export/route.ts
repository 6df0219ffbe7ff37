import { beginReleaseExport } from '@/lib/server/export/export-pieces';
import { exportResponse } from '@/lib/server/export/export-response';
import { beginRunning } from '@/lib/server/export/running-exports';
import { clientAddress } from '@/lib/server/http/client-address';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/releases/{release}/export',
  async ({ viewer, params, query, request }) => {
    const lease = beginRunning(viewer.user?.id ?? clientAddress(request.headers));
    try {
      return exportResponse(await beginReleaseExport(viewer, params, query), lease);
    } catch (error) {
      lease.end();
      throw error;
    }
  },
);
