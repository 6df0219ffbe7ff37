import { diffReleases } from '@/lib/server/data/releases/diff-releases';
import { beginRunning } from '@/lib/server/export/running-exports';
import { clientAddress } from '@/lib/server/http/client-address';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/releases/{release}/diff/{other}',
  async ({ viewer, params, query, request }) => {
    const lease = beginRunning(viewer.user?.id ?? clientAddress(request.headers));
    try {
      return await lease.during(diffReleases(viewer, params, { ...query, signal: request.signal }));
    } finally {
      lease.end();
    }
  },
);
