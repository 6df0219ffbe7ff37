import type { Metadata } from 'next';
import { orNothingHere } from '@/app/or-nothing-here';
import { AccountFrame } from '@/components/account/account-frame';
import { StopMail } from '@/components/inbox/stop-mail';
import { unsubscriberOf } from '@/lib/server/mail/mail-tokens';

export const metadata: Metadata = {
  title: 'Stop these mails',
  robots: { index: false },
  referrer: 'no-referrer',
};

/** Nothing happens by looking at it, since programs that read mail follow its links too. */
export default orNothingHere(async function UnsubscribePage({ params }: PageProps<'/unsubscribe/[token]'>) {
  const { token } = await params;
  return (
    <AccountFrame title="Stop these mails">
      {unsubscriberOf(token) === null ? (
        <p className="text-ink-2">
          This link is incomplete or out of date. Sign in and choose under{' '}
          <a href="/settings#mail">Your account</a> what you are mailed.
        </p>
      ) : (
        <StopMail token={token} />
      )}
    </AccountFrame>
  );
});
