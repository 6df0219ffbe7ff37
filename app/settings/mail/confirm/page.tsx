import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { orNothingHere } from '@/app/or-nothing-here';
import { AccountFrame } from '@/components/account/account-frame';
import { ConfirmAddress } from '@/components/inbox/confirm-address';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { me } from '@/lib/server/data/users';

export const metadata: Metadata = {
  title: 'Confirm your address',
  robots: { index: false },
  referrer: 'no-referrer',
};

export default orNothingHere(async function ConfirmPage({
  searchParams,
}: PageProps<'/settings/mail/confirm'>) {
  const viewer = await currentViewer();
  const { token = '' } = await searchParams;
  const here = `/settings/mail/confirm?${new URLSearchParams({ token: String(token) })}`;
  if (!viewer.user) redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
  const { email } = await me(viewer);
  return (
    <AccountFrame title="Confirm your address">
      <ConfirmAddress token={String(token)} address={email ?? ''} />
    </AccountFrame>
  );
});
