import { Globe, Lock, Plus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import type { Group } from '@/lib/core/api/groups';

interface Props {
  title: string;
  groups: Group[];
  mayCreate?: boolean;
}

export function GroupCards({ title, groups, mayCreate = false }: Props) {
  return (
    <section>
      <div className="mb-5 flex items-center justify-between gap-4">
        <h2 className="text-2xl">{title}</h2>
        {mayCreate && (
          <Link href="/groups/new" className={buttonClass('outline', 'sm')}>
            <Plus size={16} aria-hidden="true" /> New group
          </Link>
        )}
      </div>
      {groups.length === 0 && (
        <p className="max-w-prose rounded-lg border border-rule border-dashed p-6 text-ink-2">
          You are in no group yet. Make one and invite the people you read with, or open an invitation link
          somebody sent you.
        </p>
      )}
      <ul className="grid gap-4 sm:grid-cols-2">
        {groups.map((group) => (
          <GroupCard key={group.id} group={group} />
        ))}
      </ul>
    </section>
  );
}

function GroupCard({ group }: { group: Group }) {
  const open = group.visibility === 'public';
  return (
    <li className="relative grid content-start gap-2 rounded-lg border border-rule bg-raised p-5 transition-shadow hover:shadow-raised">
      <h3 className="text-xl leading-snug" dir="auto">
        <Link href={`/g/${group.slug}` as Route} className="no-underline after:absolute after:inset-0">
          {group.name}
        </Link>
      </h3>
      <p className="line-clamp-2 text-ink-2 text-sm" dir="auto">
        {group.description}
      </p>
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
      </p>
    </li>
  );
}
