import { deleteExample } from '@/lib/server/data/adjudication/guideline-examples';
import { endpoint } from '@/lib/server/http/endpoint';

export const DELETE = endpoint('DELETE /groups/{group}/examples/{id}', ({ viewer, params }) =>
  deleteExample(viewer, params),
);
