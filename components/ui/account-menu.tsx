import type { ReactNode } from 'react';
import type { GroupRole } from '@/lib/core/access/permissions';
import { Avatar } from './avatar';
import { Bell } from './bell';
import { GoToEntry } from './go-to-entry';
import { menuEntryClass, menuPopoverClass } from './menu';

interface Props {
  viewer: { name: string; isAdmin: boolean };
  /** In the group that the page is of; scripts that are fetched later find it there. */
  role?: GroupRole | null;
  /** Stands between the links and the way out. */
  children?: ReactNode;
}

/** A popover with plain links, so that it opens, closes and signs out without script. */
export function AccountMenu({ viewer: { name, isAdmin }, role, children }: Props) {
  return (
    <>
      <Bell />
      <button
        type="button"
        popoverTarget="account"
        className="relative -mr-2 flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-2 text-sm hover:bg-sunken"
      >
        <Avatar name={name} />
        <span className="max-w-40 truncate max-lg:sr-only">{name}</span>
      </button>
      <div id="account" data-role={role ?? undefined} popover="auto" className={`w-60 ${menuPopoverClass}`}>
        <p className="wrap-anywhere px-3 pt-2 pb-1 text-ink-3 text-sm">
          <bdi>{name}</bdi>
        </p>
        <GoToEntry menu="account" />
        <a href="/settings" className={menuEntryClass}>
          Your account
        </a>
        {isAdmin && (
          <a href="/site" className={menuEntryClass}>
            Site settings
          </a>
        )}
        {children}
        <form action="/sign-out" method="post">
          <button type="submit" className={menuEntryClass}>
            Sign out
          </button>
        </form>
      </div>
    </>
  );
}
