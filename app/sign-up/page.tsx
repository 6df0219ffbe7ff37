import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { orNothingHere } from '@/app/or-nothing-here';
import { AccountFrame } from '@/components/account/account-frame';
import { SignUpForm } from '@/components/account/sign-up-form';
import { Notice } from '@/components/ui/notice';
import { localPath } from '@/lib/core/access/local-path';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { invitationOffer } from '@/lib/server/data/invitations';
import { signUpPolicy } from '@/lib/server/data/site';
import { visitor } from '@/lib/server/data/viewer';

export const metadata: Metadata = { title: 'Make an account' };

export default orNothingHere(async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const callbackUrl = localPath((await searchParams).callbackUrl);
  const viewer = await currentViewer();
  if (viewer.user) redirect(callbackUrl as '/');
  const invitation = /^\/invite\/([\w-]+)$/.exec(callbackUrl)?.[1] ?? null;
  const offer = invitation === null ? null : await invitationOffer(visitor, invitation);
  const open = offer !== null || (await signUpPolicy(viewer)) === 'open';
  return (
    <AccountFrame title="Make an account">
      {offer && <p className="text-ink-2">You then join {offer.group.name}.</p>}
      {open ? (
        <SignUpForm destination={offer ? `/g/${offer.group.slug}` : callbackUrl} invitation={invitation} />
      ) : (
        <Notice>
          On this site accounts come with an invitation. Ask an owner or moderator of a group for an
          invitation link.
        </Notice>
      )}
      <p className="text-ink-2 text-sm">
        You have one? <Link href={{ pathname: '/sign-in', query: { callbackUrl } }}>Sign in</Link>
      </p>
    </AccountFrame>
  );
});
