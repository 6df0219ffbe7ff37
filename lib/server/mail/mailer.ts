import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { config } from '@/lib/server/config';
import { log } from '@/lib/server/log';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** The same for every attempt to send it, so that a mail which arrives twice is shown once. */
  messageId?: string;
  headers?: Record<string, string>;
}

export const mailIsOn = (): boolean => config().SMTP_URL !== undefined;

/** Milliseconds that the server may take to answer, and that a mail may take in all. */
const silence = 15_000;
const patience = 30_000;

let transport: Transporter | undefined;

/** Hands a mail to the SMTP server. Throws when that does not take it, or takes too long. */
export async function deliverMail({ to, ...mail }: Mail): Promise<void> {
  transport ??= createTransport(
    {
      url: config().SMTP_URL,
      connectionTimeout: silence,
      greetingTimeout: silence,
      socketTimeout: silence,
    } as object,
    { from: config().MAIL_FROM },
  );
  // An address object is not parsed as a list, so "a@x,b@y" cannot become two people.
  const sending = transport.sendMail({
    ...mail,
    to: { name: '', address: to },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('The mail server hangs.'), { code: 'EHANG' })),
      patience,
    );
  });
  await Promise.race([sending, late]).finally(() => clearTimeout(timer));
}

/**
 * The same in the background: how long it takes must not tell whether an address is known. A failure is logged, without
 * the address.
 */
export function sendMail(mail: Mail): void {
  deliverMail(mail).catch((error: { code?: string }) => log.error({ code: error.code }, 'mail not sent'));
}
