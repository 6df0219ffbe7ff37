import { changeEssay, listedEssay, removeEssay } from '@/lib/server/data/essays';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}', ({ viewer, params }) =>
  listedEssay(viewer, params.group, params.essay),
);

export const PATCH = endpoint('PATCH /groups/{group}/essays/{essay}', ({ viewer, params, body, ifMatch }) =>
  changeEssay(viewer, params, { ...body, ifMatch }),
);

export const DELETE = endpoint('DELETE /groups/{group}/essays/{essay}', ({ viewer, params }) =>
  removeEssay(viewer, params),
);
