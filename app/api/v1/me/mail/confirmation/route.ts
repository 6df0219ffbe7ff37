import { conflict, invalid } from '@/lib/core/api/problem';
import { confirmAddress } from '@/lib/server/data/inbox/mail-settings';
import { me } from '@/lib/server/data/users';
import { endpoint } from '@/lib/server/http/endpoint';
import { mailAddressLink } from '@/lib/server/mail/address-link';
import { provesAddress } from '@/lib/server/mail/mail-tokens';
import { mailIsOn } from '@/lib/server/mail/mailer';

export const POST = endpoint('POST /me/mail/confirmation', async ({ viewer }) => {
  const { id, email } = await me(viewer);
  if (!mailIsOn() || email === null) throw conflict('no-mail', 'This site sends no mail.');
  mailAddressLink(id, email);
});

export const PUT = endpoint('PUT /me/mail/confirmation', async ({ viewer, body }) => {
  const { id, email } = await me(viewer);
  if (email === null || !provesAddress(body.token, id, email))
    throw invalid('token', 'This link is for another account or another address. Ask for a new one.');
  await confirmAddress(viewer);
});
