import { annotationHistory } from '@/lib/server/data/revisions';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /annotations/{id}/history', ({ viewer, params }) =>
  annotationHistory(viewer, params.id),
);
