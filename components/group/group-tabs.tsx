import type { Route } from 'next';
import Link from 'next/link';

interface Props {
  group: { slug: string; role: string | null };
  current: 'essays' | 'cards' | 'members' | 'settings';
}

/** The rooms of a group. */
export function GroupTabs({ group: { slug, role }, current }: Props) {
  const tabs = [
    ['essays', 'Essays', `/g/${slug}`],
    ['cards', 'Cards', `/g/${slug}/cards`],
    ['members', 'Members', `/g/${slug}/members`],
    ...(role === 'owner' || role === 'moderator'
      ? [['settings', 'Settings', `/g/${slug}/settings`] as const]
      : []),
  ] as const;
  return (
    <nav aria-label="Group" className="border-rule border-b">
      <ul className="-mb-px flex gap-1">
        {tabs.map(([key, label, href]) => (
          <li key={key}>
            <Link
              href={href as Route}
              aria-current={key === current ? 'page' : undefined}
              className="flex min-h-11 items-center border-transparent border-b-2 px-3 max-[24rem]:px-2 text-ink-2 text-sm no-underline hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[Highlight]"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
