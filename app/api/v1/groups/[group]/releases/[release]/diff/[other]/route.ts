import { diffReleases } from '@/lib/server/data/releases/diff-releases';
import { leasedStream } from '@/lib/server/export/leased-stream';
import { runningAs } from '@/lib/server/export/running-as';
import { slowJson } from '@/lib/server/export/slow-json';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint(
  'GET /groups/{group}/releases/{release}/diff/{other}',
  ({ viewer, params, query, request }) =>
    runningAs(viewer, request, async (lease) => {
      const work = diffReleases(viewer, params, { ...query, signal: request.signal });
      // What may not be compared is refused while the status can still say so.
      await lease.during(work.next());
      return new Response(leasedStream(slowJson(work), lease), {
        headers: { 'content-type': 'application/json', 'x-accel-buffering': 'no' },
      });
    }),
);
