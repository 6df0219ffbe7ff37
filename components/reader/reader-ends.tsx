import { AccountMenu } from '@/components/ui/account-menu';
import { Logo } from '@/components/ui/logo';
import type { GroupRole } from '@/lib/core/access/permissions';

// Plain links, made on the server: next/link alone would cost more script than the keyboard and the text cursor together.

/** The beginning of the bar: home, and back to the group. */
export function ReaderPlace({ group }: { group: { slug: string; name: string } }) {
  return (
    <>
      <a href="#main" className="reader-skip">
        Skip to the text
      </a>
      <a href="/" className="reader-tool" aria-label="Cruxbook, start page">
        <Logo size={22} />
      </a>
      <a href={`/g/${group.slug}`} className="reader-back">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3 5 8l5 5" />
        </svg>
        <bdi>{group.name}</bdi>
      </a>
    </>
  );
}

interface Props {
  viewer: { name: string; isAdmin: boolean } | null;
  /** Searches begin with it. */
  group: { slug: string; role: GroupRole };
  /** Of the page, to come back to. */
  address: string;
}

/** The end of the bar: the search, and who is signed in or where to. The palette takes the search over once it can. */
export function ReaderAccount({ viewer, group, address }: Props) {
  return (
    <>
      <a
        href={`/search?group=${group.slug}`}
        aria-label="Search"
        data-palette
        className="reader-tool reader-search"
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 3.5 3.5" />
        </svg>
        <span>Search</span>
        <kbd>Ctrl K</kbd>
      </a>
      {viewer ? (
        <AccountMenu viewer={viewer} role={group.role} />
      ) : (
        <a href={`/sign-in?callbackUrl=${address}`} className="reader-sign-in">
          Sign in
        </a>
      )}
    </>
  );
}
