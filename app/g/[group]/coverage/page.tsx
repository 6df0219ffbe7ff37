import { Download } from 'lucide-react';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { CoverageTable } from '@/components/coverage/coverage-table';
import { GroupFrame } from '@/components/group/group-frame';
import { buttonClass } from '@/components/ui/button';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { groupCoverage } from '@/lib/server/data/coverage';
import { groupOf } from '@/lib/server/data/groups';
import { listTags } from '@/lib/server/data/tags';

type Props = { params: Promise<{ group: string }> };

export const generateMetadata = orNoTitle(async ({ params }: Props) => {
  const group = await groupOf(await currentViewer(), (await params).group);
  return { title: `Coverage of ${group.name}`, robots: { index: group.visibility === 'public' } };
});

export default orNothingHere(async function CoveragePage({ params }: Props) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const [group, tags, essays] = await Promise.all([
    groupOf(viewer, slug),
    listTags(viewer, slug),
    groupCoverage(viewer, slug),
  ]);
  return (
    <GroupFrame group={group} viewer={viewer.user} current="corpus">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <div className="max-w-prose">
          <h2 className="text-2xl">Looked for, and found</h2>
          <p className="mt-1 text-ink-2">
            A text without marks may have nothing to mark, or nobody may have looked. Here readers say what
            they looked for in each section.
          </p>
        </div>
        {essays.length > 0 && (
          <a
            href={`/api/v1/groups/${group.slug}/coverage.csv`}
            className={buttonClass('outline', 'sm')}
            download
          >
            <Download size={16} aria-hidden="true" /> CSV
          </a>
        )}
      </div>
      {essays.length === 0 ? (
        <p className="text-ink-2">No essay is on the list yet.</p>
      ) : (
        <CoverageTable group={group.slug} essays={essays} tags={tags.filter(({ retired }) => !retired)} />
      )}
    </GroupFrame>
  );
});
