import { contestedIn } from '@/lib/server/data/agreement/contested';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/essays/{essay}/agreement/sentences', ({ viewer, params }) =>
  contestedIn(viewer, params),
);
