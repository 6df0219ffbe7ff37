import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { orNothingHere } from '@/app/or-nothing-here';
import { AccountFrame } from '@/components/account/account-frame';
import { SetUpNotice } from '@/components/account/set-up-notice';
import { SignInError } from '@/components/account/sign-in-error';
import { MailLinkForm, ProviderForm, SignInForm } from '@/components/account/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { localPath } from '@/lib/core/access/local-path';
import { typedEmailCookie } from '@/lib/server/auth/answer-auth';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { config } from '@/lib/server/config';
import { awaitsSetUp } from '@/lib/server/data/setup';
import { signUpPolicy } from '@/lib/server/data/site';
import { mailIsOn } from '@/lib/server/mail/mailer';

export const metadata: Metadata = { title: 'Sign in' };

export default orNothingHere(async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { error, sent, callbackUrl: wish } = await searchParams;
  const callbackUrl = localPath(wish);
  const viewer = await currentViewer();
  if (viewer.user) redirect(callbackUrl as '/');
  const code = typeof error === 'string' ? error : undefined;
  const typed = (await cookies()).get(typedEmailCookie)?.value ?? '';
  const email = code === undefined ? '' : typed;
  const { OIDC_NAME } = config();
  return (
    <AccountFrame title="Sign in">
      {(await awaitsSetUp(viewer)) && <SetUpNotice />}
      <SignInError code={code} />
      {sent && (
        <Notice look="good">
          If this address can sign in here, a mail with a link is on its way. It works once, for 10 minutes.
        </Notice>
      )}
      <SignInForm callbackUrl={callbackUrl} email={email} wrong={code === 'credentials'} />
      <p className="text-ink-2 text-sm">
        Forgot your password?{' '}
        {mailIsOn() ? 'Get a link by mail instead.' : 'Ask the administrator of this site.'}
      </p>
      {mailIsOn() && <MailLinkForm callbackUrl={callbackUrl} email={email} />}
      {OIDC_NAME && <ProviderForm callbackUrl={callbackUrl} label={`Sign in with ${OIDC_NAME}`} />}
      {(await signUpPolicy(viewer)) === 'open' ? (
        <p className="text-ink-2 text-sm">
          New here? <Link href={{ pathname: '/sign-up', query: { callbackUrl } }}>Make an account</Link>
        </p>
      ) : (
        <p className="text-ink-2 text-sm">
          New here? Ask an owner or moderator of your group for an invitation link.
        </p>
      )}
    </AccountFrame>
  );
});
