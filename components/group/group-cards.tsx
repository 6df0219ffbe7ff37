import { Globe, Lock, Plus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { UnreadCount } from '@/components/ui/unread-count';
import type { Group } from '@/lib/core/api/groups';

interface Props {
  title: string;
  groups: Group[];
  mayCreate?: boolean;
  /** Of the page, or of a part of it. */
  heading?: 'h1' | 'h2';
  /** Threads with something unread, by group. */
  unread?: Record<string, number>;
  /** Stands between the heading and the groups. */
  children?: ReactNode;
}

export function GroupCards({
  title,
  groups,
  mayCreate = false,
  heading: Heading = 'h2',
  unread = {},
  children,
}: Props) {
  return (
    <section>
      <div className="mb-5 flex items-center justify-between gap-4">
        <Heading className={Heading === 'h1' ? 'text-3xl sm:text-4xl' : 'text-2xl'}>{title}</Heading>
        {mayCreate && (
          <Link href="/groups/new" className={buttonClass('outline', 'sm')}>
            <Plus size={16} aria-hidden="true" /> New group
          </Link>
        )}
      </div>
      {children}
      {groups.length === 0 && (
        <p className="max-w-prose rounded-lg border border-rule border-dashed p-6 text-ink-2">
          You are in no group yet. Make one and invite the people you read with, or open an invitation link
          somebody sent you.
        </p>
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-[repeat(2,minmax(0,1fr))]">
        {groups.map((group) => (
          <GroupCard
            key={group.id}
            group={group}
            unread={unread[group.id] ?? 0}
            inner={Heading === 'h1' ? 'h2' : 'h3'}
          />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  group: Group;
  unread: number;
  inner: 'h2' | 'h3';
}

function GroupCard({ group, unread, inner: Heading }: CardProps) {
  const open = group.visibility === 'public';
  return (
    <li className="relative grid content-start gap-2 rounded-lg border border-rule bg-raised p-5 transition-shadow hover:shadow-raised">
      <Heading className="text-xl leading-snug" dir="auto">
        <Link
          href={`/g/${group.slug}` as Route}
          className="no-underline after:absolute after:inset-0 after:rounded-lg"
        >
          {group.name}
        </Link>
      </Heading>
      {group.description && (
        <p className="wrap-anywhere line-clamp-6 text-ink-2 text-sm" dir="auto">
          {group.description}
        </p>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-3 text-sm">
        <span className="inline-flex items-center gap-1">
          {open ? <Globe size={13} aria-hidden="true" /> : <Lock size={13} aria-hidden="true" />}
          {open ? 'Public' : 'Private'}
        </span>
        <span>
          {group.essays} {group.essays === 1 ? 'essay' : 'essays'}
        </span>
        <span>
          {group.members} {group.members === 1 ? 'member' : 'members'}
        </span>
        <UnreadCount count={unread} />
      </p>
    </li>
  );
}
