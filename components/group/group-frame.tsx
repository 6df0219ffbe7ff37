import { Globe, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { WatchQueue } from '@/components/moderation/watch-queue';
import { SiteHeader } from '@/components/ui/site-header';
import type { Group } from '@/lib/core/api/groups';
import { GroupTabs } from './group-tabs';

interface Props {
  group: Group;
  viewer: { name: string; isAdmin: boolean } | null;
  current: 'essays' | 'cards' | 'corpus' | 'members' | 'moderation' | 'settings';
  children: ReactNode;
}

/** Head and tabs that the pages of a group share. */
export function GroupFrame({ group, viewer, current, children }: Props) {
  const open = group.visibility === 'public';
  return (
    <>
      <SiteHeader viewer={viewer} group={group} />
      {group.waiting !== null && <WatchQueue group={group.id} />}
      <main id="main" className="page pt-10 pb-24">
        <h1 className="max-w-4xl text-3xl sm:text-4xl" dir="auto">
          {group.name}
        </h1>
        <p className="mt-2 flex items-center gap-1.5 text-ink-3 text-sm [&>svg]:shrink-0">
          {open ? <Globe size={14} aria-hidden="true" /> : <Lock size={14} aria-hidden="true" />}
          {open ? 'Public: anyone can read, members write' : 'Private: only members can see anything here'}
        </p>
        {group.description && current === 'essays' && (
          <p className="wrap-anywhere mt-4 max-w-prose whitespace-pre-line text-pretty text-ink-2" dir="auto">
            {group.description}
          </p>
        )}
        <div className="mt-6 mb-6">
          <GroupTabs group={group} current={current} />
        </div>
        <div className="min-w-0">{children}</div>
      </main>
    </>
  );
}
