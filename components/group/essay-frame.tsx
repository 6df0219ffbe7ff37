import { ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { agreementAddress } from '@/components/agreement/agreement-address';
import { SiteHeader } from '@/components/ui/site-header';
import { TabRow } from '@/components/ui/tab-row';
import type { GroupRole } from '@/lib/core/access/permissions';

type Room = 'annotations' | 'agreement' | 'rounds' | 'adjudicate' | 'checked';

interface Props {
  head: {
    group: { slug: string; name: string; role: GroupRole };
    essay: { slug: string; title: string; language: string };
  };
  viewer: { name: string; isAdmin: boolean } | null;
  current: Room;
  title: string;
  /** Id of the round whose readers count alone; it stays chosen from tab to tab. */
  round?: string | null;
  children: ReactNode;
}

const rooms: readonly (readonly [Room, string])[] = [
  ['annotations', 'Annotations'],
  ['agreement', 'Agreement'],
  ['rounds', 'Blind readings'],
  ['adjudicate', 'Decisions'],
  ['checked', 'Coverage'],
];

/** Head and tabs that the pages about an essay share: the way back to it, and to its group. */
export function EssayFrame({
  head: { group, essay },
  viewer,
  current,
  title,
  round = null,
  children,
}: Props) {
  const path = `/g/${group.slug}/${essay.slug}`;
  const tabs = [
    ['essay', 'Essay', path] as const,
    ...rooms.map(([room, name]) => {
      const counts = room === 'agreement' || room === 'adjudicate';
      return [room, name, agreementAddress(`${path}/${room}`, { round: counts ? round : null })] as const;
    }),
  ];
  return (
    <>
      <SiteHeader viewer={viewer} group={group} />
      <main id="main" className="page pt-6 pb-24">
        <nav aria-label="Breadcrumb" className="text-ink-2 text-sm">
          <ol className="flex flex-wrap items-center gap-x-1.5">
            <li className="flex min-w-0 items-center gap-1.5">
              <Link href={`/g/${group.slug}` as Route} prefetch={false} className={crumb}>
                <bdi>{group.name}</bdi>
              </Link>
              <ChevronRight size={14} aria-hidden="true" className="shrink-0 text-ink-3 rtl:rotate-180" />
            </li>
            <li className="min-w-0">
              <Link href={path as Route} prefetch={false} className={crumb}>
                <bdi lang={essay.language}>{essay.title}</bdi>
              </Link>
            </li>
          </ol>
        </nav>
        <h1 className="wrap-anywhere mt-2 text-3xl" dir="auto">
          {title}
        </h1>
        <div className="mt-4 mb-6">
          <TabRow label="Essay" current={current} tabs={tabs} prefetch={false} />
        </div>
        {children}
      </main>
    </>
  );
}

const crumb =
  'wrap-anywhere inline-flex min-h-9 min-w-11 items-center no-underline hover:underline pointer-coarse:min-h-11';
