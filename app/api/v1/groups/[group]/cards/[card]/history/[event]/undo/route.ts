import { undoStep } from '@/lib/server/data/cards/undo-step';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/cards/{card}/history/{event}/undo', ({ viewer, params }) =>
  undoStep(viewer, params),
);
