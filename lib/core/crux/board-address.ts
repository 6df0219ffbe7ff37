import type { CardKind, CardStatus } from '@/lib/core/api/card-schemas';
import type { CardFilter, CardSort } from '@/lib/core/api/cards';

/** The ways of looking at a group's cards, in the order of their tabs. */
export const boardViews = ['board', 'ranking', 'map', 'heat-map', 'scatter', 'double-crux'] as const;
export type BoardView = (typeof boardViews)[number];

/** What the cards page shows, all of it in its address: a link shows the same to everyone who may see it. */
export interface BoardAddress {
  view: BoardView;
  sort: CardSort;
  kind?: CardKind;
  status?: CardStatus;
  /** Slug. */
  essay?: string;
  /** Words. */
  q?: string;
  contested?: true;
  /** Proposed or answered by the viewer. */
  mine?: true;
}

export const unfiltered: BoardAddress = { view: 'board', sort: 'priority' };

/** How many filters narrow what is shown; the view and the order do not. */
export const filterCount = ({ view: _, sort: __, ...filters }: BoardAddress): number =>
  Object.keys(filters).length;

/** The query of the page's URL, "" or with its question mark; what goes without saying is left out. */
export function boardSearch(address: BoardAddress): string {
  const said = Object.entries(address).filter(
    ([name, value]) => value !== unfiltered[name as keyof BoardAddress],
  );
  const search = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `?${search}` : '';
}

/** The same for the API, which writes its flags out. */
export const cardFilter = ({ view: _, contested, mine, ...rest }: BoardAddress): CardFilter => ({
  ...rest,
  ...(contested && { contested: 'true' }),
  ...(mine && { mine: 'true' }),
});
