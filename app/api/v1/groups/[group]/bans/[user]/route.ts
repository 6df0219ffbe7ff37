import { confirmingReveal } from '@/lib/server/data/annotation-rounds/confirming-reveal';
import { ban, liftBan } from '@/lib/server/data/moderation/bans';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/bans/{user}', ({ viewer, params, body }) =>
  confirmingReveal(viewer, body.endBlindPhase, () => ban(viewer, params, body.reason)),
);

export const DELETE = endpoint('DELETE /groups/{group}/bans/{user}', ({ viewer, params }) =>
  liftBan(viewer, params),
);
