import { createExport, listExports } from '@/lib/server/data/export/prepared-exports';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/exports', async ({ viewer, params }) => ({
  items: await listExports(viewer, params.group),
}));

export const POST = endpoint('POST /groups/{group}/exports', async ({ viewer, params, body }) => {
  const made = await createExport(viewer, params.group, body);
  const location = `/api/v1/groups/${encodeURIComponent(params.group)}/exports/${made.id}`;
  return Response.json(made, { status: 202, headers: { location } });
});
