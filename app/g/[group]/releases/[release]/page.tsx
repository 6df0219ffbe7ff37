import { headers } from 'next/headers';
import { Suspense } from 'react';
import { allReleases } from '@/app/g/[group]/releases/way-back';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { GroupFrame } from '@/components/group/group-frame';
import { LeftOut } from '@/components/release/left-out';
import { OneRelease } from '@/components/release/one-release';
import { may } from '@/lib/core/access/permissions';
import type { Release } from '@/lib/core/api/releases';
import { offeredFormats } from '@/lib/core/export/export-formats';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { groupOf } from '@/lib/server/data/groups';
import { listReleases, releaseOf } from '@/lib/server/data/releases/releases';
import { listTags } from '@/lib/server/data/tags';
import type { Viewer } from '@/lib/server/data/viewer';
import { leftOutNow } from '@/lib/server/export/left-out-now';

interface Props {
  params: Promise<{ group: string; release: string }>;
  searchParams: Promise<{ format?: string | string[]; named?: string | string[] }>;
}

export const generateMetadata = orNoTitle(async ({ params }: Props) => {
  const group = await groupOf(await currentViewer(), (await params).group);
  return {
    title: `Release ${(await params).release} of ${group.name}`,
    robots: { index: group.visibility === 'public' },
  };
});

export default orNothingHere(async function ReleasePage({ params, searchParams }: Props) {
  const viewer = await currentViewer();
  const { group: slug, release: number } = await params;
  const [group, release, all, tags] = await Promise.all([
    groupOf(viewer, slug),
    releaseOf(viewer, slug, number),
    listReleases(viewer, slug),
    listTags(viewer, slug),
  ]);
  const { format = 'bundle', named } = await searchParams;
  const mayMake = may('release.make', { role: group.role ?? 'stranger', visibility: group.visibility });
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      <OneRelease
        group={group.slug}
        release={release}
        others={all.filter((one) => one.state === 'frozen' && one.id !== release.id)}
        tags={tags}
        formats={{
          offered: offeredFormats,
          initial: { format: String(format), named: named === 'true' },
        }}
        mayMake={mayMake}
        leftOut={
          release.card && (
            <Suspense>
              <NotToday viewer={viewer} place={{ group: group.id, release }} />
            </Suspense>
          )
        }
      />
    </GroupFrame>
  );
}, allReleases);

/** Comes when it is counted. */
async function NotToday({ viewer, place }: { viewer: Viewer; place: { group: string; release: Release } }) {
  return <LeftOut counts={await leftOutNow(viewer, place, await headers())} />;
}
