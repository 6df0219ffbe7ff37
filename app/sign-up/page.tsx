import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { AccountFrame } from '@/components/account/account-frame';
import { SignUpForm } from '@/components/account/sign-up-form';
import { Notice } from '@/components/ui/notice';
import { localPath } from '@/lib/core/access/local-path';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { signUpPolicy } from '@/lib/server/data/sign-up-policy';

export const metadata: Metadata = { title: 'Make an account' };

export default async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const callbackUrl = localPath((await searchParams).callbackUrl);
  const viewer = await currentViewer();
  if (viewer.user) redirect(callbackUrl as '/');
  const invitation = /^\/invite\/([\w-]+)$/.exec(callbackUrl)?.[1] ?? null;
  const open = invitation !== null || (await signUpPolicy(viewer)) === 'open';
  return (
    <AccountFrame title="Make an account">
      {open ? (
        <SignUpForm callbackUrl={callbackUrl} invitation={invitation} />
      ) : (
        <Notice>On this site accounts come with an invitation. Ask a member for an invitation link.</Notice>
      )}
      <p className="text-ink-2 text-sm">
        You have one? <Link href={{ pathname: '/sign-in', query: { callbackUrl } }}>Sign in</Link>
      </p>
    </AccountFrame>
  );
}
