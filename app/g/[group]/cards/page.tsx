import type { Route } from 'next';
import Link from 'next/link';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { BoardBar } from '@/components/crux/board/board-bar';
import { BoardEmpty } from '@/components/crux/board/board-empty';
import { BoardNewCard } from '@/components/crux/board/board-new-card';
import { keysOf } from '@/components/crux/board/view-keys';
import { WaitingRounds } from '@/components/crux/rounds/waiting-rounds';
import { GroupFrame } from '@/components/group/group-frame';
import { StayCurrent } from '@/components/live/stay-current';
import { buttonClass } from '@/components/ui/button';
import { KeyHelp } from '@/components/ui/key-help';
import { may } from '@/lib/core/access/permissions';
import { cardFilter, filterCount } from '@/lib/core/crux/board-address';
import { readBoardAddress } from '@/lib/core/crux/read-board-address';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { cruxSuggestions } from '@/lib/server/data/cards/crux-suggestions';
import { listCards } from '@/lib/server/data/cards/list-cards';
import { listRounds } from '@/lib/server/data/cards/rounds';
import { essayTitles } from '@/lib/server/data/essays';
import { groupCursor } from '@/lib/server/data/group-cursor';
import { groupOf } from '@/lib/server/data/groups';
import { listTags } from '@/lib/server/data/tags';
import { me } from '@/lib/server/data/users';
import { CardView } from './card-view';

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
  const search = await searchParams;
  const address = readBoardAddress(search);
  const live = await groupCursor(viewer, slug, 'cards');
  const filter = cardFilter(address);
  const [group, tags, { items, total }, essays, rounds, settings] = await Promise.all([
    groupOf(viewer, slug),
    listTags(viewer, slug),
    listCards(viewer, slug, { ...filter, limit: most, offset: 0 }),
    essayTitles(viewer, slug),
    listRounds(viewer, slug),
    viewer.user && me(viewer).then((person) => person.settings),
  ]);
  const standing = { role: group.role ?? 'stranger', visibility: group.visibility } as const;
  const hasShortcuts = settings?.shortcuts ?? true;
  const mayPropose = may('card.propose', standing);
  if (total === 0 && filterCount(address) === 0)
    return (
      <GroupFrame group={group} viewer={viewer.user} current="cards">
        <StayCurrent group={slug} about="cards" from={live} />
        <BoardEmpty
          group={{ slug: group.slug, tags }}
          suggestions={await cruxSuggestions(viewer, slug)}
          mayPropose={mayPropose}
        />
      </GroupFrame>
    );
  const hasFilters = address.view !== 'double-crux';
  return (
    <GroupFrame group={group} viewer={viewer.user} current="cards">
      <StayCurrent group={slug} about="cards" from={live} />
      <BoardBar
        path={`/g/${group.slug}/cards`}
        address={address}
        essays={essays}
        isSignedIn={viewer.user !== null}
        keys={
          <KeyHelp rows={keysOf(address.view, may('card.curate', standing))} hasShortcuts={hasShortcuts} />
        }
      >
        <Link
          href={`/g/${group.slug}/cards/rounds` as Route}
          prefetch={false}
          className={buttonClass('quiet')}
        >
          Rounds
        </Link>
        {mayPropose && <BoardNewCard group={{ slug: group.slug, tags }} />}
      </BoardBar>
      {may('position.take', standing) && <WaitingRounds group={group.slug} rounds={rounds} />}
      {hasFilters && total > items.length && (
        <p className="mb-3 text-ink-2 text-sm">
          The first {items.length} of {total} cards. Filters find the others.
        </p>
      )}
      {hasFilters && total === 0 ? (
        <p className="py-6 text-ink-2">No card passes these filters.</p>
      ) : (
        <CardView
          viewer={viewer}
          group={group}
          tags={tags}
          address={address}
          filter={filter}
          hasShortcuts={hasShortcuts}
          cards={items}
          pair={[one(search.one), one(search.other)]}
        />
      )}
    </GroupFrame>
  );
});

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
