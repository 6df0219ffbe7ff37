import type { Route } from 'next';
import Link from 'next/link';
import { TabNav } from '@/components/ui/tab-nav';
import type { Group } from '@/lib/core/api/groups';

interface Props {
  group: Pick<Group, 'slug' | 'role' | 'openLog' | 'waiting'>;
  current: 'essays' | 'cards' | 'corpus' | 'members' | 'moderation' | 'settings';
}

/** The rooms of a group. */
export function GroupTabs({ group: { slug, role, openLog, waiting }, current }: Props) {
  const tabs = [
    ['essays', 'Essays', `/g/${slug}`],
    ['cards', 'Cards', `/g/${slug}/cards`],
    ['corpus', 'Corpus', `/g/${slug}/corpus`],
    ['members', 'Members', `/g/${slug}/members`],
    ...(role === 'owner' || role === 'moderator'
      ? ([
          ['moderation', 'Moderation', `/g/${slug}/moderation`],
          ['settings', 'Settings', `/g/${slug}/settings`],
        ] as const)
      : role && openLog
        ? ([['moderation', 'Moderation', `/g/${slug}/moderation/log`]] as const)
        : []),
  ] as const;
  return (
    <TabNav label="Group" current={current} className="border-rule border-b">
      <ul className="sideways -mb-px flex gap-1">
        {tabs.map(([key, label, href]) => (
          <li key={key} data-tab={key}>
            <Link
              href={href as Route}
              aria-current={key === current ? 'page' : undefined}
              className="flex min-h-11 items-center border-transparent focus-visible:-outline-offset-2 border-b-2 px-3 max-sm:px-2 text-ink-2 text-sm no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[Highlight]"
            >
              {label}
              {key === 'moderation' && waiting !== null && waiting > 0 && (
                <span className="ms-1.5 rounded-full bg-danger-soft px-1.5 font-medium text-danger text-xs tabular-nums forced-colors:border">
                  {waiting}
                  <span className="sr-only"> waiting</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </TabNav>
  );
}
