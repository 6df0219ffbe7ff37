import { addTag, listTags } from '@/lib/server/data/tags';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/tags', async ({ viewer, params }) => ({
  items: await listTags(viewer, params.group),
}));

export const POST = endpoint('POST /groups/{group}/tags', ({ viewer, params, body }) =>
  addTag(viewer, params.group, body),
);
