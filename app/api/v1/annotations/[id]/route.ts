import { deleteAnnotation, editAnnotation } from '@/lib/server/data/change-annotation';
import { readThread } from '@/lib/server/data/thread';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /annotations/{id}', ({ viewer, params }) => readThread(viewer, params.id));

export const PATCH = endpoint('PATCH /annotations/{id}', ({ viewer, params, body, ifMatch }) =>
  editAnnotation(viewer, params.id, { change: body, ifMatch }),
);

export const DELETE = endpoint('DELETE /annotations/{id}', ({ viewer, params }) =>
  deleteAnnotation(viewer, params.id),
);
