import type { Metadata } from 'next';
import { orNothingHere } from '@/app/or-nothing-here';
import { AccountFrame } from '@/components/account/account-frame';
import { Button } from '@/components/ui/button';
import { localPath } from '@/lib/core/access/local-path';
import { config } from '@/lib/server/config';

export const metadata: Metadata = { title: 'Sign in' };

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/** Where a mailed link leads: the button uses it up, so a mail scanner that opens the link does not. */
export default orNothingHere(async function MailedLinkPage({ searchParams }: PageProps<'/sign-in/link'>) {
  const { token, email, callbackUrl } = await searchParams;
  // Auth.js writes the whole address of where to go; only its path counts.
  const { APP_URL } = config();
  const back = text(callbackUrl);
  return (
    <AccountFrame title="Sign in">
      <p className="text-ink-2">
        as <strong className="text-ink">{text(email)}</strong>
      </p>
      <form method="post" action="/api/auth/callback/email" className="grid">
        <input type="hidden" name="token" value={text(token)} />
        <input type="hidden" name="email" value={text(email)} />
        <input
          type="hidden"
          name="callbackUrl"
          value={localPath(back.startsWith(APP_URL) ? back.slice(APP_URL.length) : back)}
        />
        <Button type="submit">Sign in</Button>
      </form>
      <p className="text-sm text-ink-2">
        The first link proves that the address is yours. It ends a password that was set before, and other
        sign-ins; you can set a new password under <em>Your account</em>.
      </p>
    </AccountFrame>
  );
});
