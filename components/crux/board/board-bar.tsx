'use client';

import {
  ArrowLeftRight,
  ChartScatter,
  Grid3x3,
  LayoutGrid,
  ListOrdered,
  type LucideIcon,
  Waypoints,
} from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, type SubmitEvent, useOptimistic, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { TabNav } from '@/components/ui/tab-nav';
import {
  type BoardAddress,
  type BoardView,
  boardSearch,
  boardViews,
  filterCount,
} from '@/lib/core/crux/board-address';
import { BoardFilters, type SendForm } from './board-filters';
import { selectClass } from './select-class';
import { sortNames } from './sort-names';

interface Props {
  /** Path of the page. */
  path: string;
  address: BoardAddress;
  essays: readonly { slug: string; title: string }[];
  isSignedIn: boolean;
  /** Stands beside the filters, which few need always. */
  keys: ReactNode;
  /** Stands at the end. */
  children?: ReactNode;
}

/** On a telephone and a tablet, beside the buttons as long as it is closed. */
const foldClass =
  'flex-1 max-lg:basis-24 max-lg:min-w-24 max-lg:open:order-last max-lg:open:basis-full lg:order-last lg:min-w-0 lg:basis-1/2';

/** What is shown, and how: everything in it is in the address. Without scripts it is a form. */
export function BoardBar({ path, address, essays, isSignedIn, keys, children }: Props) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [shown, show] = useOptimistic(address);
  const active = filterCount(shown);

  const go = (next: BoardAddress) =>
    start(() => {
      show(next);
      router.replace(`${path}${boardSearch(next)}` as Route, { scroll: false });
    });

  const send: SendForm = (form) => {
    const said = [...new FormData(form)].filter(([, value]) => value !== '');
    go({ ...Object.fromEntries(said), view: address.view } as BoardAddress);
  };

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    send(event.currentTarget);
  }

  return (
    <div aria-busy={isPending} className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
      <ViewSwitch path={path} address={address} />
      {address.view !== 'double-crux' && (
        <form action={path} onSubmit={submit} className="contents">
          <input
            key={address.q}
            type="search"
            name="q"
            defaultValue={address.q}
            maxLength={200}
            placeholder="Search cards"
            aria-label="Words in statement or details"
            className={`${inputClass} min-w-0 flex-1 basis-36 sm:max-w-44 lg:max-w-60`}
          />
          {isList(address.view) ? (
            <label className="flex min-w-36 flex-1 items-center gap-2 text-ink-2 text-sm sm:flex-none lg:order-last lg:self-start">
              <span className="whitespace-nowrap max-sm:sr-only">Sort by</span>
              <select
                name="sort"
                value={shown.sort}
                onChange={(event) => send(event.currentTarget.form!)}
                className={`${selectClass} max-sm:w-full`}
              >
                {Object.entries(sortNames).map(([sort, name]) => (
                  <option key={sort} value={sort}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <input type="hidden" name="sort" value={address.sort} />
          )}
          <details open={active > 0} className={foldClass}>
            <summary className="min-h-8 w-fit rounded-md px-1 py-1.5 text-ink-2 text-sm hover:text-ink pointer-coarse:min-h-11 pointer-coarse:py-3">
              Filters{active > 0 && `: ${active} on`}
            </summary>
            <BoardFilters address={shown} essays={essays} isSignedIn={isSignedIn} send={send}>
              {active > 0 && (
                <Button look="quiet" onClick={() => go({ view: address.view, sort: address.sort })}>
                  Clear filters
                </Button>
              )}
            </BoardFilters>
          </details>
        </form>
      )}
      <div className="ms-auto flex items-center gap-1">{children}</div>
      <div
        className={`order-last pointer-coarse:hidden ${address.view === 'double-crux' ? '' : 'lg:self-start'}`}
      >
        {keys}
      </div>
    </div>
  );
}

/** Pictures have an order of their own. */
const isList = (view: BoardView) => view === 'board' || view === 'ranking';

const views: Record<BoardView, [name: string, Icon: LucideIcon]> = {
  board: ['Board', LayoutGrid],
  ranking: ['Ranking', ListOrdered],
  map: ['Map', Waypoints],
  'heat-map': ['Heat map', Grid3x3],
  scatter: ['Scatter', ChartScatter],
  'double-crux': ['Double crux', ArrowLeftRight],
};

function ViewSwitch({ path, address }: Pick<Props, 'path' | 'address'>) {
  return (
    <TabNav label="View" current={address.view} className="sideways flex max-w-full rounded-md bg-sunken p-1">
      {boardViews.map((view) => {
        const [name, Icon] = views[view];
        return (
          <Link
            key={view}
            href={`${path}${boardSearch({ ...address, view })}` as Route}
            replace
            prefetch={false}
            data-tab={view}
            aria-current={view === address.view ? 'page' : undefined}
            className="flex min-h-9 items-center gap-1.5 whitespace-nowrap rounded-md px-3 text-ink-2 text-sm no-underline aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:min-h-11 forced-colors:aria-[current]:outline-1"
          >
            <Icon size={15} aria-hidden="true" /> {name}
          </Link>
        );
      })}
    </TabNav>
  );
}
