import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { config } from '@/lib/server/config';
import { log } from '@/lib/server/log';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export const mailIsOn = (): boolean => config().SMTP_URL !== undefined;

let transport: Transporter | undefined;

/**
 * Hands a mail to the SMTP server, in the background: how long that takes must not tell whether an address is known.
 * A failure is logged, without the address.
 */
export function sendMail({ to, subject, text }: Mail): void {
  transport ??= createTransport(config().SMTP_URL, { from: config().MAIL_FROM });
  // An address object is not parsed as a list, so "a@x,b@y" cannot become two people.
  const mail = {
    to: { name: '', address: to },
    subject,
    text,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  transport
    .sendMail(mail)
    .catch((error: { code?: string }) => log.error({ code: error.code }, 'mail not sent'));
}
