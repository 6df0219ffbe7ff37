import { unlinkAccount } from '@/lib/server/data/linked-accounts';
import { endpoint } from '@/lib/server/http/endpoint';
import { mailIsOn } from '@/lib/server/mail/mailer';

export const DELETE = endpoint('DELETE /me/accounts/{id}', ({ viewer, params }) =>
  unlinkAccount(viewer, params.id, mailIsOn()),
);
