import Link from 'next/link';
import type { ReactNode } from 'react';
import { WatchInbox } from '@/components/live/watch-inbox';
import { HeaderSearch } from '@/components/search/header-search';
import type { GroupRole } from '@/lib/core/access/permissions';
import { AccountMenu } from './account-menu';
import { buttonClass } from './button';
import { Logo } from './logo';
import { ThemeChoice } from './theme-choice';
import { VisitorMenu } from './visitor-menu';

interface Props {
  viewer: { name: string; isAdmin: boolean } | null;
  /** Where the person is: group, essay. */
  children?: ReactNode;
  /** Searches begin with this group, and the palette offers what the viewer may do there. */
  group?: { slug: string; name: string; role: GroupRole | null };
  /** It is the page of the search, which has its own field. */
  isSearch?: boolean;
}

export function SiteHeader({ viewer, children, group, isSearch = false }: Props) {
  return (
    <header className="border-rule border-b bg-paper">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:bg-raised focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      <div className="page flex h-14 items-center gap-3">
        <Link
          href="/"
          className={`flex min-h-11 items-center gap-2 font-semibold no-underline ${children ? 'max-sm:-me-4 max-sm:min-w-11' : ''}`}
        >
          <Logo />
          <span className={children ? 'max-sm:sr-only' : ''}>Cruxbook</span>
        </Link>
        <div className="min-w-0 flex-1 truncate text-ink-2 text-sm [&>a]:inline-block [&>a]:max-w-full [&>a]:truncate [&>a]:py-3 [&>a]:align-middle">
          {children}
        </div>
        {!isSearch && <HeaderSearch group={group} />}
        {viewer ? (
          <>
            <WatchInbox />
            <AccountMenu viewer={viewer} role={group?.role ?? null}>
              <div className="border-rule border-y px-3 pt-2 pb-3">
                <ThemeChoice isMember />
              </div>
            </AccountMenu>
          </>
        ) : (
          <>
            <VisitorMenu />
            <Link href="/sign-in" className={buttonClass('outline', 'sm')}>
              Sign in
            </Link>
          </>
        )}
      </div>
    </header>
  );
}
