import type { Route } from 'next';
import Link from 'next/link';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { Board } from '@/components/crux/board/board';
import { BoardBar } from '@/components/crux/board/board-bar';
import { BoardEmpty } from '@/components/crux/board/board-empty';
import { BoardNewCard } from '@/components/crux/board/board-new-card';
import { MapView } from '@/components/crux/map/map-view';
import { HeatMapView } from '@/components/crux/pictures/heat-map-view';
import { ScatterView } from '@/components/crux/pictures/scatter-view';
import { RankingTable } from '@/components/crux/ranking/ranking-table';
import { WaitingRounds } from '@/components/crux/rounds/waiting-rounds';
import { GroupFrame } from '@/components/group/group-frame';
import { StayCurrent } from '@/components/live/stay-current';
import { buttonClass } from '@/components/ui/button';
import { may } from '@/lib/core/access/permissions';
import { filterCount } from '@/lib/core/crux/board-address';
import { readBoardAddress } from '@/lib/core/crux/read-board-address';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { cruxSuggestions } from '@/lib/server/data/cards/crux-suggestions';
import { listCards } from '@/lib/server/data/cards/list-cards';
import { mapRelations } from '@/lib/server/data/cards/map-relations';
import { peopleByCards } from '@/lib/server/data/cards/people-by-cards';
import { listRounds } from '@/lib/server/data/cards/rounds';
import { readingList } from '@/lib/server/data/essays';
import { groupCursor } from '@/lib/server/data/group-cursor';
import { groupOf } from '@/lib/server/data/groups';
import { listTags } from '@/lib/server/data/tags';

interface Props {
  params: Promise<{ group: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** More than anybody looks through; the filters find the rest. */
const most = 500;

export const generateMetadata = orNoTitle(async ({ params }: Props) => {
  const group = await groupOf(await currentViewer(), (await params).group);
  return { title: `Cards of ${group.name}`, robots: { index: group.visibility === 'public' } };
});

export default orNothingHere(async function CardsPage({ params, searchParams }: Props) {
  const viewer = await currentViewer();
  const { group: slug } = await params;
  const address = readBoardAddress(await searchParams);
  const live = await groupCursor(viewer, slug, 'cards');
  const { view, contested, mine, ...query } = address;
  const only = { ...(contested && { contested: 'true' as const }), ...(mine && { mine: 'true' as const }) };
  const [group, tags, { items, total }, essays, rounds] = await Promise.all([
    groupOf(viewer, slug),
    listTags(viewer, slug),
    listCards(viewer, slug, { ...query, ...only, limit: most, offset: 0 }),
    readingList(viewer, slug),
    listRounds(viewer, slug),
  ]);
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  const mayPropose = may('card.propose', standing);
  if (total === 0 && filterCount(address) === 0)
    return (
      <GroupFrame group={group} viewer={viewer.user} current="cards" wide>
        <StayCurrent group={slug} about="cards" from={live} />
        <BoardEmpty group={slug} suggestions={await cruxSuggestions(viewer, slug)} mayPropose={mayPropose} />
      </GroupFrame>
    );
  const named = { slug: group.slug, tags };
  const who = {
    id: viewer.user?.id ?? null,
    isMember: mayPropose,
    isModerator: may('card.curate', standing),
  };
  return (
    <GroupFrame group={group} viewer={viewer.user} current="cards" wide>
      <StayCurrent group={slug} about="cards" from={live} />
      <BoardBar
        path={`/g/${group.slug}/cards`}
        address={address}
        essays={essays.map(({ slug, title }) => ({ slug, title }))}
        isSignedIn={viewer.user !== null}
      >
        <Link
          href={`/g/${group.slug}/cards/rounds` as Route}
          prefetch={false}
          className={buttonClass('quiet')}
        >
          Rounds
        </Link>
        {mayPropose && <BoardNewCard group={slug} />}
      </BoardBar>
      {may('position.take', standing) && <WaitingRounds group={group.slug} rounds={rounds} />}
      {total > items.length && (
        <p className="mb-3 text-ink-2 text-sm">
          The first {items.length} of {total} cards. Filters find the others.
        </p>
      )}
      {total === 0 && <p className="py-6 text-ink-2">No card passes these filters.</p>}
      {total > 0 && view === 'ranking' && <RankingTable group={named} cards={items} address={address} />}
      {total > 0 && view === 'map' && (
        <MapView group={group} tags={tags} cards={items} relations={await mapRelations(viewer, slug)} />
      )}
      {total > 0 && view === 'heat-map' && (
        <HeatMapView
          group={group}
          map={await peopleByCards(viewer, slug, { ...query, ...only, limit: 60 })}
          viewer={viewer.user?.id ?? null}
        />
      )}
      {total > 0 && view === 'scatter' && <ScatterView group={group} cards={items} />}
      {total > 0 && view === 'board' && (
        <Board group={named} cards={items} viewer={who} status={address.status ?? null} />
      )}
    </GroupFrame>
  );
});
