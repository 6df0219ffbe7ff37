import { diffReleases } from '@/lib/server/data/releases/diff-releases';
import { leasedStream } from '@/lib/server/export/leased-stream';
import { beginRunning } from '@/lib/server/export/running-exports';
import { slowJson } from '@/lib/server/export/slow-json';
import { clientAddress } from '@/lib/server/http/client-address';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/releases/{release}/diff/{other}',
  async ({ viewer, params, query, request }) => {
    const lease = beginRunning(viewer.user?.id ?? clientAddress(request.headers));
    try {
      const work = diffReleases(viewer, params, { ...query, signal: request.signal });
      // What may not be compared is refused while the status can still say so.
      await lease.during(work.next());
      return new Response(leasedStream(slowJson(work), lease), {
        headers: { 'content-type': 'application/json', 'x-accel-buffering': 'no' },
      });
    } catch (error) {
      lease.end();
      throw error;
    }
  },
);
