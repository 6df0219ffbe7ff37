import { endSession } from '@/lib/server/data/sessions';
import { endpoint } from '@/lib/server/http/endpoint';

export const DELETE = endpoint('DELETE /me/sessions/{id}', ({ viewer, params }) =>
  endSession(viewer, params.id),
);
