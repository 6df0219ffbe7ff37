import { deleteReply, editReply } from '@/lib/server/data/replies';
import { endpoint } from '@/lib/server/http/endpoint';

export const PATCH = endpoint('PATCH /replies/{id}', ({ viewer, params, body, ifMatch }) =>
  editReply(viewer, params.id, { ...body, ifMatch }),
);

export const DELETE = endpoint('DELETE /replies/{id}', ({ viewer, params }) =>
  deleteReply(viewer, params.id),
);
