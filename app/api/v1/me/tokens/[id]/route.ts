import { revokeApiToken } from '@/lib/server/data/api-tokens';
import { endpoint } from '@/lib/server/http/endpoint';

export const DELETE = endpoint('DELETE /me/tokens/{id}', ({ viewer, params }) =>
  revokeApiToken(viewer, params.id),
);
