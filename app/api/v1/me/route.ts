import { changeMe, me, requireTimeZone } from '@/lib/server/data/users';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /me', ({ viewer }) => me(viewer));

export const PATCH = endpoint('PATCH /me', ({ viewer, body }) => {
  requireTimeZone(body.timeZone);
  return changeMe(viewer, body);
});
