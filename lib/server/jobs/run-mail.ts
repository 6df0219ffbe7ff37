import 'server-only';
import { composeMail } from '@/lib/core/inbox/inbox-mail';
import { config } from '@/lib/server/config';
import { type DueMail, dueMail, noteBounce } from '@/lib/server/data/inbox/mails';
import { Hopeless, type Job, jobDone } from '@/lib/server/data/jobs';
import { visitor } from '@/lib/server/data/viewer';
import { unsubscribeToken } from '@/lib/server/mail/mail-tokens';
import { deliverMail, type Mail, mailIsOn } from '@/lib/server/mail/mailer';

/** Mails somebody what waits in their inbox. It is done only when the server has taken it: rather twice than never. */
export async function runMail(job: Job): Promise<void> {
  const { id, payload } = job;
  const { user } = payload as { user: string };
  const due = await dueMail(visitor, { job, user });
  if (due && mailIsOn()) await send(due, { id, user });
  await jobDone(job);
}

/** As nodemailer throws it. */
interface Refusal {
  responseCode?: number;
  command?: string;
  response?: string;
}

/**
 * A server that does not let us send refuses every address alike: that passes, and no address is to blame. 5.7.x is
 * RFC 3463's "security or policy"; old servers say it in words only.
 */
const aboutUs = /\b5\.7\.\d|\b(relay|authenticat|blocked|blacklist|denied by policy)/i;

async function send(due: DueMail, { id, user }: { id: string; user: string }): Promise<void> {
  try {
    await deliverMail(inboxMail(due, { id, user }));
  } catch (error) {
    const { responseCode = 0, command = '', response = '' } = error as Refusal;
    // Of 5xx answers only this one is about the address; the others are about us or about the mail.
    if (responseCode >= 500 && command === 'RCPT TO' && !aboutUs.test(response))
      return noteBounce(visitor, { user, address: due.address });
    if (responseCode >= 500 && command === 'DATA') throw new Hopeless(`mail refused: ${responseCode}`);
    throw error;
  }
}

function inboxMail(
  { address, timeZone, entries }: DueMail,
  { id, user }: { id: string; user: string },
): Mail {
  const { APP_URL: site } = config();
  const token = unsubscribeToken(user);
  const { hostname } = new URL(site);
  return {
    ...composeMail(entries, { site, timeZone, unsubscribePath: `/unsubscribe/${token}` }),
    to: address,
    messageId: `<${id}@${hostname}>`,
    headers: {
      // RFC 8058: the mail program posts there by itself, when its reader presses its own button.
      'List-Unsubscribe': `<${site}/api/v1/unsubscribe/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': `<inbox.${hostname}>`,
      // RFC 3834, so that nobody's holiday answers us.
      'Auto-Submitted': 'auto-generated',
    },
  };
}
