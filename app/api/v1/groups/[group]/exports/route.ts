import { createExport, listExports } from '@/lib/server/data/export/prepared-exports';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/exports', async ({ viewer, params }) => ({
  items: await listExports(viewer, params.group),
}));

export const POST = endpoint('POST /groups/{group}/exports', ({ viewer, params, body }) =>
  createExport(viewer, params.group, body),
);
