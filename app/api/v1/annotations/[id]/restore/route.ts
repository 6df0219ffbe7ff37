import { restoreAnnotation } from '@/lib/server/data/change-annotation';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /annotations/{id}/restore', ({ viewer, params }) =>
  restoreAnnotation(viewer, params.id),
);
