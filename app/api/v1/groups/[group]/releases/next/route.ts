import { nextRelease } from '@/lib/server/data/releases/releases';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/releases/next', ({ viewer, params }) =>
  nextRelease(viewer, params.group),
);
