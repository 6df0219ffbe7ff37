import { confirmPassword } from '@/lib/server/auth/change-password';
import { deleteAccount } from '@/lib/server/data/account-deletion';
import { confirmingReveal } from '@/lib/server/data/annotation-rounds/confirming-reveal';
import { changeMe, me, requireTimeZone } from '@/lib/server/data/users';
import { endpoint } from '@/lib/server/http/endpoint';

export const GET = endpoint('GET /me', ({ viewer }) => me(viewer));

export const PATCH = endpoint('PATCH /me', ({ viewer, body }) => {
  requireTimeZone(body.timeZone);
  return changeMe(viewer, body);
});

export const DELETE = endpoint('DELETE /me', async ({ viewer, body }) => {
  await confirmPassword(viewer, body.password, 'password');
  await confirmingReveal(viewer, body.endBlindPhase, () => deleteAccount(viewer));
});
