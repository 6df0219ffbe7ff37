import type { Route } from 'next';
import Link from 'next/link';
import { TabNav } from '@/components/ui/tab-nav';
import type { Output } from '@/lib/core/api/contracts';
import { type Trigger, triggers } from '@/lib/core/moderation/triggers';
import { triggerNames } from './subject-words';

interface Props {
  group: string;
  queue: Pick<Output<'GET /groups/{group}/moderation/queue'>, 'counts' | 'total'>;
  current: Trigger | 'all' | 'log';
}

/** What waits for which reason, and what was done. */
export function ModerationNav({ group, queue: { counts, total }, current }: Props) {
  const at = `/g/${group}/moderation`;
  const views = [
    ['all', 'All', at, total],
    ...triggers.map(
      (name) => [name, triggerNames[name], `${at}?trigger=${name}`, counts[name] ?? 0] as const,
    ),
    ['log', 'Log', `${at}/log`, null],
  ] as const;
  return (
    <TabNav label="Moderation" current={current} className="-mx-5 mb-5 sideways px-5">
      <ul className="flex w-fit rounded-lg bg-sunken p-0.5">
        {views.map(([key, label, href, count]) => (
          <li key={key} data-tab={key}>
            <Link
              href={href as Route}
              aria-current={key === current ? 'page' : undefined}
              className="flex min-h-9 min-w-11 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-3 text-ink-2 text-sm no-underline aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:min-h-11 forced-colors:aria-[current]:border"
            >
              {label}
              {count !== null && count > 0 && <span className="text-ink-3 tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </TabNav>
  );
}
