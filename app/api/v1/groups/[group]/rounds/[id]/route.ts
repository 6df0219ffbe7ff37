import { readRound } from '@/lib/server/data/cards/round-cards';
import { changeRound, deleteRound } from '@/lib/server/data/cards/rounds';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /groups/{group}/rounds/{id}', ({ viewer, params }) =>
  readRound(viewer, params),
);

export const PATCH = endpoint('PATCH /groups/{group}/rounds/{id}', ({ viewer, params, body }) =>
  changeRound(viewer, params, body),
);

export const DELETE = endpoint('DELETE /groups/{group}/rounds/{id}', ({ viewer, params }) =>
  deleteRound(viewer, params),
);
