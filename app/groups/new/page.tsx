import { redirect } from 'next/navigation';
import { orNothingHere } from '@/app/or-nothing-here';
import { GroupForm } from '@/components/group/group-form';
import { SiteHeader } from '@/components/ui/site-header';
import { currentViewer } from '@/lib/server/auth/current-viewer';

export const metadata = { title: 'New group' };

export default orNothingHere(async function NewGroupPage() {
  const viewer = await currentViewer();
  if (!viewer.user) redirect('/sign-in?callbackUrl=/groups/new');
  return (
    <>
      <SiteHeader viewer={viewer.user} />
      <main id="main" className="page pt-10 pb-24">
        <h1 className="mb-8 text-3xl sm:text-4xl">New group</h1>
        <div className="max-w-3xl">
          <GroupForm viewer={viewer.user.id} />
        </div>
      </main>
    </>
  );
});
