import { orNothingHere } from '@/app/or-nothing-here';
import { CardsCrumb } from '@/components/crux/rounds/cards-crumb';
import { RoundAnswers } from '@/components/crux/rounds/round-answers';
import { RoundResults } from '@/components/crux/rounds/round-results';
import { RoundState } from '@/components/crux/rounds/round-state';
import { RoundSteps } from '@/components/crux/rounds/round-steps';
import { GroupFrame } from '@/components/group/group-frame';
import { MarkSeen } from '@/components/live/mark-seen';
import { StayCurrent } from '@/components/live/stay-current';
import { may } from '@/lib/core/access/permissions';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { readRound } from '@/lib/server/data/cards/round-cards';
import { groupCursor } from '@/lib/server/data/group-cursor';
import { groupOf } from '@/lib/server/data/groups';

interface Props {
  params: Promise<{ group: string; round: string }>;
}

export const metadata = { title: 'Round of answers' };

export default orNothingHere(async function RoundPage({ params }: Props) {
  const viewer = await currentViewer();
  const { group: slug, round: id } = await params;
  const live = await groupCursor(viewer, slug, 'cards');
  const [group, round] = await Promise.all([groupOf(viewer, slug), readRound(viewer, { group: slug, id })]);
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  return (
    <GroupFrame group={group} viewer={viewer.user} current="cards">
      <StayCurrent group={slug} about="cards" from={live} />
      {viewer.user && <MarkSeen thread={id} />}
      <CardsCrumb group={group.slug} title={round.title}>
        {may('round.open', standing) && <RoundSteps group={group.slug} round={round} />}
      </CardsCrumb>
      <div className="grid gap-8">
        <RoundState round={round} />
        {!round.isClosed && may('position.take', standing) && (
          <RoundAnswers group={group.slug} items={round.items} />
        )}
        <RoundResults group={group.slug} items={round.items} isClosed={round.isClosed} />
      </div>
    </GroupFrame>
  );
});
