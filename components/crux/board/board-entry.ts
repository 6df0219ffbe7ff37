import type { ListedCard } from '@/lib/core/api/cards';

/** A card as the board shows and moves it: hundreds of them go with the page, and a list says twice as much. */
export type BoardEntry = ReturnType<typeof boardEntry>;

export const boardEntry = (card: ListedCard) => {
  const { id, number, kind, statement, status, root, version, creator, changed, column } = card;
  const { passages, essays, positions, credences, mine, ranking } = card;
  const { states, supports, opposes } = passages;
  return {
    id,
    number,
    kind,
    statement,
    status,
    root,
    version,
    changed,
    column,
    essays,
    positions,
    credences,
    mine,
    creator: creator.id,
    passages: { for: states + supports, against: opposes },
    ranking: ranking && shownOf(ranking),
  };
};

const shownOf = ({ rank, priority, contested, load, n, estimated }: NonNullable<ListedCard['ranking']>) => ({
  rank,
  priority,
  contested,
  load,
  n,
  estimated,
});
