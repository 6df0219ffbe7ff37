import 'server-only';
import { config } from '@/lib/server/config';
import { addressToken } from './mail-tokens';
import { sendMail } from './mailer';

/** Mails somebody the link by which they show that the address is theirs. */
export function mailAddressLink(user: string, address: string): void {
  const { APP_URL } = config();
  const link = `${APP_URL}/settings/mail/confirm?token=${addressToken(user, address)}`;
  sendMail({
    to: address,
    subject: 'Confirm your address for Cruxbook',
    text: `Somebody, hopefully you, wants ${new URL(APP_URL).host} to mail their inbox to this address.\n\nSigned in there, follow this link to confirm it:\n\n${link}\n\nIf it was not you, ignore this mail: nothing more is sent here.\n`,
  });
}
