import { mailSettings, setMailing } from '@/lib/server/data/inbox/mail-settings';
import type { Viewer } from '@/lib/server/data/viewer';
import { endpoint } from '@/lib/server/http/endpoint';
import { mailIsOn } from '@/lib/server/mail/mailer';

const settingsOf = async (viewer: Viewer) => ({ available: mailIsOn(), ...(await mailSettings(viewer)) });

export const GET = endpoint('GET /me/mail', ({ viewer }) => settingsOf(viewer));
export const PATCH = endpoint('PATCH /me/mail', async ({ viewer, body }) => {
  await setMailing(viewer, body.mailing);
  return settingsOf(viewer);
});
