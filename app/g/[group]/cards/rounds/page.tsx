import { orNothingHere } from '@/app/or-nothing-here';
import { CardsCrumb } from '@/components/crux/rounds/cards-crumb';
import { OpenRound } from '@/components/crux/rounds/open-round';
import { RoundState } from '@/components/crux/rounds/round-state';
import { GroupFrame } from '@/components/group/group-frame';
import { StayCurrent } from '@/components/live/stay-current';
import { RoundList } from '@/components/round/round-list';
import { may } from '@/lib/core/access/permissions';
import { isOpenCard } from '@/lib/core/crux/open-card';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { listCards } from '@/lib/server/data/cards/list-cards';
import { listRounds } from '@/lib/server/data/cards/rounds';
import { groupCursor } from '@/lib/server/data/group-cursor';
import { groupOf } from '@/lib/server/data/groups';

export const metadata = { title: 'Rounds of answers' };

const week = 7 * 86_400_000;

export default orNothingHere(async function RoundsPage({ params }: { params: Promise<{ group: string }> }) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const live = await groupCursor(viewer, slug, 'cards');
  const [group, rounds] = await Promise.all([groupOf(viewer, slug), listRounds(viewer, slug)]);
  const mayOpen = may('round.open', { role: group.role ?? 'stranger', visibility: group.visibility });
  const all = { sort: 'priority' as const, limit: 500, offset: 0 };
  const { items, total } = mayOpen ? await listCards(viewer, slug, all) : { items: [], total: 0 };
  const open = items.filter(isOpenCard);
  return (
    <GroupFrame group={group} viewer={viewer.user} current="cards">
      <StayCurrent group={slug} about="cards" from={live} />
      <CardsCrumb group={group.slug} title="Rounds of answers">
        {open.length > 0 && (
          <OpenRound
            group={group.slug}
            cards={open.map(({ id, number, kind, statement, status }) => ({
              id,
              number,
              kind,
              statement,
              status,
            }))}
            unseen={total - items.length}
            closes={new Date(Date.now() + week).toISOString().slice(0, 10)}
          />
        )}
      </CardsCrumb>
      {rounds.length === 0 && (
        <p className="max-w-prose py-4 text-ink-2">
          No rounds yet. In a round, a moderator asks everybody what they believe about some cards by a
          certain date. Then you can compare before and after.
          {mayOpen && open.length === 0 && ' It needs a card that takes answers first.'}
        </p>
      )}
      <RoundList path={`/g/${group.slug}/cards/rounds`} rounds={rounds}>
        {(round) => <RoundState round={round} />}
      </RoundList>
    </GroupFrame>
  );
});
