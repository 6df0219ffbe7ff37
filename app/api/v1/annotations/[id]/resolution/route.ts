import { setResolved } from '@/lib/server/data/change-annotation';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /annotations/{id}/resolution', ({ viewer, params }) =>
  setResolved(viewer, params.id, true),
);

export const DELETE = endpoint('DELETE /annotations/{id}/resolution', ({ viewer, params }) =>
  setResolved(viewer, params.id, false),
);
