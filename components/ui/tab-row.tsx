import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { TabNav } from './tab-nav';

interface Props<Key extends string> {
  /** Of what these are the rooms. */
  label: string;
  current: Key;
  tabs: readonly (readonly [key: Key, label: ReactNode, path: string])[];
  /** Whether a page is fetched before somebody goes there; unless told, as Next does it. */
  prefetch?: false;
}

/** The rooms of one thing, above whichever is open. */
export function TabRow<Key extends string>({ label, current, tabs, prefetch }: Props<Key>) {
  return (
    <TabNav label={label} current={current} className="border-rule border-b print:hidden">
      <ul className="sideways -mb-px flex gap-1">
        {tabs.map(([key, name, path]) => (
          <li key={key} data-tab={key}>
            <Link
              href={path as Route}
              prefetch={prefetch ?? null}
              aria-current={key === current ? 'page' : undefined}
              className="flex min-h-11 items-center whitespace-nowrap border-transparent focus-visible:-outline-offset-2 border-b-2 px-3 max-sm:px-2 text-ink-2 text-sm no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[Highlight]"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </TabNav>
  );
}
