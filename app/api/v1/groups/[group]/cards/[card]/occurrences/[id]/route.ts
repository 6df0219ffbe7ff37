import { unlinkPassage } from '@/lib/server/data/cards/occurrences';
import { endpoint } from '@/lib/server/http/endpoint';

export const DELETE = endpoint('DELETE /groups/{group}/cards/{card}/occurrences/{id}', ({ viewer, params }) =>
  unlinkPassage(viewer, params),
);
