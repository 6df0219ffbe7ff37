import { CardKind, CardStatus } from '@/lib/core/api/card-schemas';
import { CardSort } from '@/lib/core/api/cards';
import { type BoardAddress, boardViews } from './board-address';

type Search = Record<string, string | string[] | undefined>;

/** Reads the query of the page's URL. What it does not understand, it leaves out: an old link shows more, not nothing. */
export function readBoardAddress(search: Search): BoardAddress {
  const kind = CardKind.safeParse(search.kind).data;
  const status = CardStatus.safeParse(search.status).data;
  const essay = words(search.essay);
  const q = words(search.q);
  return {
    view: boardViews.find((view) => view === search.view) ?? 'board',
    sort: CardSort.safeParse(search.sort).data ?? 'priority',
    ...(kind && { kind }),
    ...(status && { status }),
    ...(essay && { essay }),
    ...(q && { q }),
    ...(search.contested === 'true' && { contested: true }),
    ...(search.mine === 'true' && { mine: true }),
  };
}

/** Text as the list endpoint takes it: no longer than 200 UTF-16 code units. */
const words = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 200) || undefined;
