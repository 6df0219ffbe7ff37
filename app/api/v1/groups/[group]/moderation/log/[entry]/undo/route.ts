import { undoDecision } from '@/lib/server/data/moderation/undo-decision';
import { endpoint } from '@/lib/server/http/endpoint';

export const POST = endpoint('POST /groups/{group}/moderation/log/{entry}/undo', ({ viewer, params }) =>
  undoDecision(viewer, params.group, params.entry),
);
