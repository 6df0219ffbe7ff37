import { listPositions, takePosition } from '@/lib/server/data/cards/positions';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/cards/{card}/positions', ({ viewer, params }) =>
  listPositions(viewer, params),
);

export const POST = endpoint('POST /groups/{group}/cards/{card}/positions', ({ viewer, params, body }) =>
  takePosition(viewer, params, body),
);
