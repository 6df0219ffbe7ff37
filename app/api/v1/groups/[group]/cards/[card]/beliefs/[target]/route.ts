import { dropBelief, setBelief } from '@/lib/server/data/cards/beliefs';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/cards/{card}/beliefs/{target}', ({ viewer, params, body }) =>
  setBelief(viewer, params, body),
);

export const DELETE = endpoint('DELETE /groups/{group}/cards/{card}/beliefs/{target}', ({ viewer, params }) =>
  dropBelief(viewer, params),
);
