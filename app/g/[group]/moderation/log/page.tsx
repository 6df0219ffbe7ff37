import Link from 'next/link';
import { orNothingHere } from '@/app/or-nothing-here';
import { GroupFrame } from '@/components/group/group-frame';
import { LogList } from '@/components/moderation/log-list';
import { ModerationNav } from '@/components/moderation/moderation-nav';
import { buttonClass } from '@/components/ui/button';
import { may } from '@/lib/core/access/permissions';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { groupOf } from '@/lib/server/data/groups';
import { moderationLog } from '@/lib/server/data/moderation/log';
import { moderationQueue } from '@/lib/server/data/moderation/queue';

export const metadata = { title: 'What moderators decided', robots: { index: false } };

export default orNothingHere(async function ModerationLogPage({
  params,
  searchParams,
}: PageProps<'/g/[group]/moderation/log'>) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const { after } = await searchParams;
  const [group, { items, next }] = await Promise.all([
    groupOf(viewer, slug),
    moderationLog(viewer, slug, { limit: 100, ...(typeof after === 'string' && { after }) }),
  ]);
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  const moderates = may('moderation.review', standing);
  const file = (format: string) => `/api/v1/groups/${group.slug}/moderation/log/file?format=${format}`;
  return (
    <GroupFrame group={group} viewer={viewer.user} current="moderation">
      {moderates && (
        <ModerationNav
          group={group.slug}
          queue={await moderationQueue(viewer, slug, { limit: 1 })}
          current="log"
        />
      )}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">What moderators decided</h2>
        {items.length > 0 && (
          <p className="flex gap-1 text-sm max-sm:-ms-3">
            {['csv', 'jsonl'].map((format) => (
              <a key={format} href={file(format)} className={buttonClass('quiet', 'sm')} download>
                Save as {format.toUpperCase()}
              </a>
            ))}
          </p>
        )}
      </div>
      {!moderates && (
        <p className="mb-4">
          <Link href={`/g/${group.slug}/moderation`}>What they decided about yours</Link>
        </p>
      )}
      <LogList group={group.slug} entries={items} moderates={moderates} />
      {next && (
        <p className="mt-4">
          <Link
            href={{ pathname: `/g/${group.slug}/moderation/log`, query: { after: next } }}
            className={buttonClass('outline', 'sm')}
          >
            Earlier
          </Link>
        </p>
      )}
    </GroupFrame>
  );
});
