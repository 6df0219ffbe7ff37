import Link from 'next/link';
import type { ReactNode } from 'react';
import { Avatar } from './avatar';
import { buttonClass } from './button';
import { Logo } from './logo';

interface Props {
  viewer: { name: string; isAdmin: boolean } | null;
  /** As wide as the page below it. */
  wide?: boolean;
  /** Where the person is: group, essay. */
  children?: ReactNode;
}

export function SiteHeader({ viewer, wide = false, children }: Props) {
  return (
    <header className="border-rule border-b bg-paper">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:bg-raised focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      <div className={`mx-auto flex h-14 items-center gap-3 px-5 ${wide ? 'max-w-7xl' : 'max-w-5xl'}`}>
        <Link href="/" className="flex min-h-11 min-w-11 items-center gap-2 font-semibold no-underline">
          <Logo />
          <span className={children ? 'max-sm:sr-only' : ''}>Cruxbook</span>
        </Link>
        <div className="min-w-0 flex-1 truncate text-ink-2 text-sm [&>a]:inline-block [&>a]:max-w-full [&>a]:truncate [&>a]:py-3 [&>a]:align-middle">
          {children}
        </div>
        {viewer ? <AccountMenu {...viewer} /> : <VisitorLinks />}
      </div>
    </header>
  );
}

function VisitorLinks() {
  return (
    <Link href="/sign-in" className={buttonClass('outline', 'sm')}>
      Sign in
    </Link>
  );
}

const menuLink = 'flex min-h-11 items-center rounded-md px-3 text-sm no-underline hover:bg-sunken';

/** A disclosure, so that it opens and signs out without script. */
function AccountMenu({ name, isAdmin }: { name: string; isAdmin: boolean }) {
  return (
    <details className="-mr-2 group relative">
      <summary className="flex min-h-11 min-w-11 list-none items-center gap-2 rounded-md px-2 text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <Avatar name={name} />
        <span className="max-w-40 truncate max-sm:sr-only">{name}</span>
      </summary>
      <div className="absolute right-0 z-40 mt-1 grid w-48 gap-0.5 rounded-lg border border-rule bg-raised p-1 shadow-raised">
        <Link href="/settings" className={menuLink}>
          Settings
        </Link>
        {isAdmin && (
          <Link href="/site" className={menuLink}>
            Site settings
          </Link>
        )}
        <form action="/sign-out" method="post">
          <button type="submit" className="min-h-11 w-full rounded-md px-3 text-left text-sm hover:bg-sunken">
            Sign out
          </button>
        </form>
      </div>
    </details>
  );
}
