import { headers } from 'next/headers';
import { Board } from '@/components/crux/board/board';
import { boardEntry } from '@/components/crux/board/board-entry';
import { ChoosePair } from '@/components/crux/double-crux/choose-pair';
import { DoubleCruxView } from '@/components/crux/double-crux/double-crux-view';
import { MapView } from '@/components/crux/map/map-view';
import { HeatMapView } from '@/components/crux/pictures/heat-map-view';
import { ScatterView } from '@/components/crux/pictures/scatter-view';
import { RankingTable } from '@/components/crux/ranking/ranking-table';
import { may } from '@/lib/core/access/permissions';
import type { CardFilter, ListedCard } from '@/lib/core/api/cards';
import type { Group, Tag } from '@/lib/core/api/groups';
import type { BoardAddress } from '@/lib/core/crux/board-address';
import { doubleCruxes } from '@/lib/server/data/cards/double-cruxes';
import { mapRelations } from '@/lib/server/data/cards/map-relations';
import { peopleByCards } from '@/lib/server/data/cards/people-by-cards';
import { listMembers } from '@/lib/server/data/members';
import type { Viewer } from '@/lib/server/data/viewer';

interface Props {
  viewer: Viewer;
  group: Group;
  tags: readonly Tag[];
  /** What the filter lets through. */
  cards: readonly ListedCard[];
  address: BoardAddress;
  filter: CardFilter;
  /** Single keys are on. */
  hasShortcuts: boolean;
  /** Ids of two people to compare, as asked for. */
  pair: readonly [string | undefined, string | undefined];
}

/** What a map can show and a person take in; the filters find the rest. */
const mostOnMap = 300;

/** The cards of a group in the way of looking that was asked for. */
export async function CardView({ viewer, group, tags, cards, address, filter, hasShortcuts, pair }: Props) {
  const { slug } = group;
  const named = { slug, tags };
  switch (address.view) {
    case 'board':
      return (
        <Board
          group={named}
          cards={cards.map(boardEntry)}
          viewer={{ ...whoIs(viewer, group), hasShortcuts }}
          status={address.status ?? null}
        />
      );
    case 'ranking':
      return <RankingTable group={named} cards={cards} address={address} />;
    case 'map': {
      const standing = cards.filter(({ column }) => column !== null || address.status !== undefined);
      const shown = standing.slice(0, mostOnMap);
      const relations = await mapRelations(
        viewer,
        slug,
        shown.map(({ id }) => id),
      );
      return (
        <MapView
          group={group}
          tags={tags}
          cards={shown}
          more={standing.length - shown.length}
          relations={relations}
          nonce={(await headers()).get('x-nonce') ?? undefined}
        />
      );
    }
    case 'heat-map':
      return (
        <HeatMapView
          group={group}
          map={await peopleByCards(viewer, slug, { ...filter, limit: 60 })}
          viewer={viewer.user?.id ?? null}
        />
      );
    case 'scatter':
      return <ScatterView group={group} cards={cards} />;
    case 'double-crux':
      return <DoubleCrux viewer={viewer} group={group} pair={pair} />;
  }
}

const standingOf = ({ role, visibility }: Group) => ({ role: role ?? 'stranger', visibility }) as const;

const whoIs = ({ user }: Viewer, group: Group) => ({
  id: user?.id ?? null,
  isMember: may('card.propose', standingOf(group)),
  isModerator: may('card.curate', standingOf(group)),
});

async function DoubleCrux({ viewer, group, pair }: Pick<Props, 'viewer' | 'group' | 'pair'>) {
  const me = viewer.user?.id;
  if (!me || !may('position.take', standingOf(group)))
    return (
      <p className="max-w-prose py-6 text-ink-2">
        Here members can see where two of them differ, and what would change both their minds.
      </p>
    );
  const people = (await listMembers(viewer, group.slug)).map(({ person }) => person);
  const known = (id: string | undefined) => people.find((person) => person.id === id)?.id;
  const [one = me, other] = pair.map(known);
  return (
    <div className="grid gap-8">
      <ChoosePair path={`/g/${group.slug}/cards`} members={people} one={one} other={other} />
      {other === undefined || other === one ? (
        <p className="max-w-prose text-ink-2">
          {other === undefined
            ? 'A double crux is a card that two people answer differently, and whose truth would move both of them on another card. Choose two people.'
            : 'Choose two different people.'}
        </p>
      ) : (
        <DoubleCruxView
          group={group}
          viewer={me}
          result={await doubleCruxes(viewer, group.slug, [one, other])}
        />
      )}
    </div>
  );
}
