import type { Metadata } from 'next';
import { orNothingHere } from '@/app/or-nothing-here';
import { AccountFrame } from '@/components/account/account-frame';
import { SetupForm } from '@/components/account/setup-form';
import { notFound, setupOver } from '@/lib/core/api/problem';
import { setupLinkWorks } from '@/lib/server/auth/setup-link';

export const metadata: Metadata = { title: 'Set up' };

export default orNothingHere(async function SetupPage({ searchParams }: PageProps<'/setup'>) {
  const { token } = await searchParams;
  if (typeof token !== 'string') throw notFound();
  if (!(await setupLinkWorks(token))) throw setupOver();
  return (
    <AccountFrame title="Set up Cruxbook">
      <p className="text-ink-2">You become the administrator of this site, and owner of its sample group.</p>
      <SetupForm token={token} />
    </AccountFrame>
  );
});
