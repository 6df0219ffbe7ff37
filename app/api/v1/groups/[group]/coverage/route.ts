import { groupCoverage } from '@/lib/server/data/coverage';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/coverage', async ({ viewer, params }) => ({
  items: await groupCoverage(viewer, params.group),
}));
