import { notFound } from '@/lib/core/api/problem';
import { stopMail } from '@/lib/server/data/inbox/mail-settings';
import { endpoint } from '@/lib/server/http/endpoint';
import { unsubscriberOf } from '@/lib/server/mail/mail-tokens';

export const POST = endpoint('POST /unsubscribe/{token}', async ({ viewer, params }) => {
  const user = unsubscriberOf(params.token);
  if (user === null) throw notFound();
  await stopMail(viewer, user);
});
