import { stepCard } from '@/lib/server/data/cards/change-card';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/cards/{card}/steps', ({ viewer, params, body, ifMatch }) =>
  stepCard(viewer, params, { ...body, ifMatch }),
);
