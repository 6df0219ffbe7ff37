import type { Route } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { allReleases } from '@/app/g/[group]/releases/way-back';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { GroupFrame } from '@/components/group/group-frame';
import { ChooseReleases } from '@/components/release/choose-releases';
import { DiffDesk } from '@/components/release/diff-desk';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { essayTitles } from '@/lib/server/data/essays';
import { groupOf } from '@/lib/server/data/groups';
import { listReleases, releaseOf } from '@/lib/server/data/releases/releases';
import { listTags } from '@/lib/server/data/tags';

type Props = { params: Promise<{ group: string; release: string; other: string }> };

export const generateMetadata = orNoTitle(async ({ params }: Props) => {
  const { group: slug, release, other } = await params;
  const group = await groupOf(await currentViewer(), slug);
  return { title: `Releases ${release} and ${other} of ${group.name}`, robots: { index: false } };
});

export default orNothingHere(async function ReleaseDiffPage({ params }: Props) {
  const viewer = await currentViewer();
  const { group: slug, release, other } = await params;
  const [group, from, to, all, essays, tags] = await Promise.all([
    groupOf(viewer, slug),
    releaseOf(viewer, slug, release),
    releaseOf(viewer, slug, other),
    listReleases(viewer, slug),
    essayTitles(viewer, slug),
    listTags(viewer, slug),
  ]);
  if (from.number === to.number) redirect(`/g/${group.slug}/releases/${from.number}` as Route);
  const compared = [from.number, to.number];
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      <div className="grid gap-10">
        <div className="grid gap-2">
          <p className="text-sm">
            <Link
              href={`/g/${group.slug}/releases` as Route}
              prefetch={false}
              className="inline-block py-1 underline pointer-coarse:py-3"
            >
              All releases
            </Link>
          </p>
          <h2 className="text-2xl">
            From release {from.number} to release {to.number}
          </h2>
          <ChooseReleases
            // Another address is a new beginning.
            key={`${from.number} ${to.number}`}
            group={group.slug}
            releases={all.filter(({ state, number }) => state === 'frozen' || compared.includes(number))}
            from={from.number}
            to={to.number}
          />
        </div>
        <DiffDesk
          key={`${release} ${other}`}
          group={group.slug}
          release={release}
          other={other}
          essays={essays.map(({ id }) => id)}
          tags={tags}
        />
      </div>
    </GroupFrame>
  );
}, allReleases);
