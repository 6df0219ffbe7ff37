import { exportOf, removeExport } from '@/lib/server/data/export/prepared-exports';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/exports/{id}', ({ viewer, params }) =>
  exportOf(viewer, params.group, params.id),
);
export const DELETE = endpoint('DELETE /groups/{group}/exports/{id}', ({ viewer, params }) =>
  removeExport(viewer, params.group, params.id),
);
