import '@/components/annotation/comment.css';
import Link from 'next/link';
import { orNothingHere } from '@/app/or-nothing-here';
import { GroupFrame } from '@/components/group/group-frame';
import { ModerationNav } from '@/components/moderation/moderation-nav';
import { OwnDecisions } from '@/components/moderation/own-decisions';
import { Queue } from '@/components/moderation/queue';
import { may } from '@/lib/core/access/permissions';
import { notFound } from '@/lib/core/api/problem';
import { triggers } from '@/lib/core/moderation/triggers';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { groupOf } from '@/lib/server/data/groups';
import { ownDecisions } from '@/lib/server/data/moderation/own-decisions';
import { moderationQueue } from '@/lib/server/data/moderation/queue';
import { me } from '@/lib/server/data/users';

export const metadata = { title: 'Moderation', robots: { index: false } };

/** Moderators find what waits for them, everybody else what was decided of theirs. */
export default orNothingHere(async function ModerationPage({
  params,
  searchParams,
}: PageProps<'/g/[group]/moderation'>) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const group = await groupOf(viewer, slug);
  if (!viewer.user) throw notFound();
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  if (!may('moderation.review', standing))
    return (
      <GroupFrame group={group} viewer={viewer.user} current="moderation">
        <h2 className="mb-4 text-xl">What moderators decided about yours</h2>
        <OwnDecisions group={group.slug} items={await ownDecisions(viewer, slug)} />
        {group.openLog && (
          <p className="mt-6">
            <Link href={`/g/${group.slug}/moderation/log`}>What they decided in this group</Link>
          </p>
        )}
      </GroupFrame>
    );
  const { trigger: asked } = await searchParams;
  const trigger = triggers.find((one) => one === asked);
  const [queue, { settings, timeZone }] = await Promise.all([
    moderationQueue(viewer, slug, { trigger, limit: 100 }),
    me(viewer),
  ]);
  return (
    <GroupFrame group={group} viewer={viewer.user} current="moderation">
      <ModerationNav group={group.slug} queue={queue} current={trigger ?? 'all'} />
      <Queue
        key={trigger}
        group={group.slug}
        listed={queue.items}
        timeZone={timeZone}
        hasShortcuts={settings.shortcuts ?? true}
      />
    </GroupFrame>
  );
});
