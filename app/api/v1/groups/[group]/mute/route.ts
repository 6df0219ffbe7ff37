import { setMuted } from '@/lib/server/data/inbox/mail-settings';
import { endpoint } from '@/lib/server/http/endpoint';

export const PUT = endpoint('PUT /groups/{group}/mute', ({ viewer, params }) =>
  setMuted(viewer, params.group, true),
);
export const DELETE = endpoint('DELETE /groups/{group}/mute', ({ viewer, params }) =>
  setMuted(viewer, params.group, false),
);
