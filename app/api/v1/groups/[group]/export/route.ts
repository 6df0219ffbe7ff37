import { beginExport } from '@/lib/server/export/export-pieces';
import { exportResponse } from '@/lib/server/export/export-response';
import { runningAs } from '@/lib/server/export/running-as';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/export', ({ viewer, params, query, request }) =>
  runningAs(viewer, request, async (lease) => {
    const choice = { ...query, signal: request.signal };
    return exportResponse(await lease.during(beginExport(viewer, params.group, choice)), lease);
  }),
);
