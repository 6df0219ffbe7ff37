import type { Metadata } from 'next';
import Link from 'next/link';
import { orNothingHere } from '@/app/or-nothing-here';
import { AcceptInvitation } from '@/components/account/accept-invitation';
import { AccountFrame } from '@/components/account/account-frame';
import { buttonClass } from '@/components/ui/button';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { invitationOffer } from '@/lib/server/data/invitations';

export const metadata: Metadata = { title: 'Invitation', robots: 'noindex' };

const powers: Record<string, string> = {
  reader: 'You will read along.',
  member: 'You will be able to annotate and reply.',
  moderator: 'You will help to moderate it.',
  owner: 'You will own it, together with others.',
};

export default orNothingHere(async function InvitationPage({ params }: PageProps<'/invite/[token]'>) {
  const { token } = await params;
  const viewer = await currentViewer();
  const offer = await invitationOffer(viewer, token);
  return (
    <AccountFrame title={offer.group.name}>
      <p>
        {offer.creator} invites you to this reading group. {powers[offer.role]}
      </p>
      {offer.group.description && <p className="text-ink-2">{offer.group.description}</p>}
      {viewer.user ? (
        <AcceptInvitation token={token} name={viewer.user.name} />
      ) : (
        <SignInFirst callbackUrl={`/invite/${token}`} />
      )}
    </AccountFrame>
  );
});

function SignInFirst({ callbackUrl }: { callbackUrl: string }) {
  const query = { callbackUrl };
  return (
    <div className="grid gap-3">
      <Link href={{ pathname: '/sign-up', query }} className={buttonClass()}>
        Make an account and join
      </Link>
      <Link href={{ pathname: '/sign-in', query }} className={buttonClass('outline')}>
        I have an account
      </Link>
    </div>
  );
}
