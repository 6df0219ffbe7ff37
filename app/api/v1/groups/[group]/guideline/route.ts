import { changeGuideline, guidelineOf } from '@/lib/server/data/guideline';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/guideline', ({ viewer, params }) =>
  guidelineOf(viewer, params.group),
);

export const PUT = endpoint('PUT /groups/{group}/guideline', ({ viewer, params, body, ifMatch }) =>
  changeGuideline(viewer, params.group, { ...body, ifMatch }),
);
