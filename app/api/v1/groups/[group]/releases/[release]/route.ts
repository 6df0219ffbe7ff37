import { releaseOf } from '@/lib/server/data/releases/releases';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/releases/{release}', ({ viewer, params }) =>
  releaseOf(viewer, params.group, params.release),
);
