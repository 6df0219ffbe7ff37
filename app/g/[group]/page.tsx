import { Plus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { FirstSteps } from '@/components/group/first-steps';
import { GroupFrame } from '@/components/group/group-frame';
import { GuidelineText } from '@/components/group/guideline-text';
import { TagExamples } from '@/components/group/tag-examples';
import { ImportHint } from '@/components/import/import-hint';
import { FollowTags } from '@/components/inbox/follow-tags';
import { EssayFacts } from '@/components/library/essay-facts';
import { FeaturedEssay } from '@/components/library/featured-essay';
import { nowReading } from '@/components/library/now-reading';
import { ReadingList } from '@/components/library/reading-list';
import { StayCurrent } from '@/components/live/stay-current';
import { buttonClass } from '@/components/ui/button';
import { may } from '@/lib/core/access/permissions';
import { atomType, feedPath } from '@/lib/core/feed/feed-path';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { guidelineExamples } from '@/lib/server/data/adjudication/guideline-examples';
import { readingList } from '@/lib/server/data/essays';
import { groupCursor } from '@/lib/server/data/group-cursor';
import { groupOf } from '@/lib/server/data/groups';
import { guidelineOf } from '@/lib/server/data/guideline';
import { followsIn } from '@/lib/server/data/inbox/subscriptions';
import { listTags } from '@/lib/server/data/tags';

type Props = { params: Promise<{ group: string }> };

export const generateMetadata = orNoTitle(async ({ params }: Props) => {
  const group = await groupOf(await currentViewer(), (await params).group);
  return {
    title: group.name,
    robots: { index: group.visibility === 'public' },
    alternates: { types: { [atomType]: feedPath(group.slug) } },
  };
});

export default orNothingHere(async function GroupPage({ params }: Props) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const live = await groupCursor(viewer, slug, 'group');
  const [group, essays, tags, follows, guideline, examples] = await Promise.all([
    groupOf(viewer, slug),
    readingList(viewer, slug),
    listTags(viewer, slug),
    followsIn(viewer, slug),
    guidelineOf(viewer, slug),
    guidelineExamples(viewer, slug),
  ]);
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  const mayAdd = may('essay.add', standing);
  const now = nowReading(essays, Date.now());
  return (
    <GroupFrame group={group} viewer={viewer.user} current="essays">
      <StayCurrent group={slug} about="group" from={live} />
      {now && (
        <FeaturedEssay reason="Now reading" group={group} essay={now}>
          <EssayFacts essay={now} />
        </FeaturedEssay>
      )}
      {viewer.user && group.role === null && (
        <p className="mb-6 text-ink-2 text-sm">
          Only members can annotate here. Ask an owner or moderator for an invitation.
        </p>
      )}
      <div className="flex items-center justify-between gap-4">
        <h2 className="text-xl">Reading list</h2>
        {mayAdd && essays.length > 0 && (
          <Link href={`/g/${group.slug}/add` as Route} className={buttonClass('outline', 'sm')}>
            <Plus size={16} aria-hidden="true" /> Add essay
          </Link>
        )}
      </div>
      {essays.length > 0 ? (
        <>
          <ReadingList
            group={group}
            essays={essays}
            mayEdit={may('essay.edit', standing)}
            follows={follows}
          />
          <GuidelineText markdown={guideline.markdown} />
          <TagExamples
            tags={tags}
            examples={examples}
            group={group.slug}
            mayDrop={may('vocabulary.edit', standing)}
          />
          {follows && <FollowTags group={group.slug} tags={tags} follows={follows} />}
        </>
      ) : (
        <>
          <FirstSteps group={group} mayAdd={mayAdd} mayInvite={may('invitation.create', standing)} />
          {may('corpus.import', standing) && <ImportHint group={group.slug} />}
        </>
      )}
    </GroupFrame>
  );
});
