import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { GroupFrame } from '@/components/group/group-frame';
import { FreezeButton } from '@/components/release/freeze-button';
import { NoReleases } from '@/components/release/no-releases';
import { ReleaseList } from '@/components/release/release-list';
import { may } from '@/lib/core/access/permissions';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { groupOf } from '@/lib/server/data/groups';
import { listReleases } from '@/lib/server/data/releases/releases';

type Props = { params: Promise<{ group: string }> };

export const generateMetadata = orNoTitle(async ({ params }: Props) => {
  const group = await groupOf(await currentViewer(), (await params).group);
  return { title: `Releases of ${group.name}`, robots: { index: group.visibility === 'public' } };
});

export default orNothingHere(async function ReleasesPage({ params }: Props) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const [group, releases] = await Promise.all([groupOf(viewer, slug), listReleases(viewer, slug)]);
  const mayMake = may('release.make', { role: group.role ?? 'stranger', visibility: group.visibility });
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div className="max-w-prose">
          <h2 className="text-2xl">Releases</h2>
          <p className="mt-1 text-ink-2">
            The corpus of the group as it was, to be cited, compared and taken away.
          </p>
        </div>
        {mayMake && viewer.user && <FreezeButton group={group.slug} viewer={viewer.user.id} />}
      </div>
      {releases.length > 0 ? (
        <ReleaseList group={group.slug} releases={releases} mayMake={mayMake} />
      ) : (
        <NoReleases mayMake={mayMake} />
      )}
    </GroupFrame>
  );
});
