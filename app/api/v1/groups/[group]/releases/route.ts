import { createRelease, listReleases } from '@/lib/server/data/releases/releases';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/releases', async ({ viewer, params }) => ({
  items: await listReleases(viewer, params.group),
}));

export const POST = endpoint('POST /groups/{group}/releases', ({ viewer, params, body }) =>
  createRelease(viewer, params.group, body),
);
