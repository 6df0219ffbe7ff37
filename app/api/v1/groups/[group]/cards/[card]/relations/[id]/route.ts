import { reviewRelation, unrelateCard } from '@/lib/server/data/cards/relations';
import { endpoint } from '@/lib/server/http/endpoint';

export const PATCH = endpoint(
  'PATCH /groups/{group}/cards/{card}/relations/{id}',
  ({ viewer, params, body }) => reviewRelation(viewer, params, body.state),
);

export const DELETE = endpoint('DELETE /groups/{group}/cards/{card}/relations/{id}', ({ viewer, params }) =>
  unrelateCard(viewer, params),
);
