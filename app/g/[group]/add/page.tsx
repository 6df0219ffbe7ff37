import { orNothingHere } from '@/app/or-nothing-here';
import { ImportForm } from '@/components/library/import-form';
import { SiteHeader } from '@/components/ui/site-header';
import { may } from '@/lib/core/access/permissions';
import { notFound } from '@/lib/core/api/problem';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { essayTitles } from '@/lib/server/data/essays';
import { groupOf } from '@/lib/server/data/groups';

export const metadata = { title: 'Add an essay' };

export default orNothingHere(async function AddEssayPage({ params }: { params: Promise<{ group: string }> }) {
  const viewer = await currentViewer();
  const group = await groupOf(viewer, (await params).group);
  if (!may('essay.add', { role: group.role ?? 'stranger', visibility: group.visibility })) throw notFound();
  const essays = await essayTitles(viewer, group.slug);
  return (
    <>
      <SiteHeader viewer={viewer.user} group={group}>
        <a href={`/g/${group.slug}`}>{group.name}</a>
      </SiteHeader>
      <main id="main" className="page pt-10 pb-24">
        <h1 className="mb-8 text-3xl sm:text-4xl">Add an essay</h1>
        <ImportForm group={group} viewer={viewer.user?.id ?? ''} titles={essays.map(({ title }) => title)} />
      </main>
    </>
  );
});
