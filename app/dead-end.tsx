import { AccountMenu } from '@/components/ui/account-menu';
import { buttonClass } from '@/components/ui/button';
import { Logo } from '@/components/ui/logo';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { visitor } from '@/lib/server/data/viewer';

/** What there is instead of what is not. */
export interface WayBack {
  path: string;
  name: string;
}

interface Props {
  title: string;
  text: string;
  /** Told first to those who are not signed in; the same whatever the link leads to. */
  signInText?: string;
  /** Where a visitor goes after signing in. */
  callbackUrl: string;
  back?: WayBack;
}

/** Why a link leads nowhere, and where to go from there. No next/link and no script: what it needs, every page loads. */
export async function DeadEnd({ title, text, signInText, callbackUrl, back }: Props) {
  // Also while the database is away: then nobody is known.
  const { user } = await currentViewer().catch(() => visitor);
  return (
    <>
      <header className="border-rule border-b bg-paper">
        <div className="page flex h-14 items-center justify-between gap-3">
          <a href="/" className="flex min-h-11 items-center gap-2 font-semibold no-underline">
            <Logo /> Cruxbook
          </a>
          {user && (
            <span className="flex items-center gap-3">
              <AccountMenu viewer={user} />
            </span>
          )}
        </div>
      </header>
      <main id="main" className="page pt-10 pb-24">
        <div className="grid max-w-prose gap-4">
          <h1 className="text-3xl sm:text-4xl">{title}</h1>
          {!user && signInText && <p>{signInText}</p>}
          <p className="text-ink-2">{text}</p>
          <p className="flex flex-wrap gap-3">
            {!user && (
              <a
                href={`/sign-in?${new URLSearchParams({ callbackUrl })}`}
                className={buttonClass(signInText ? 'primary' : 'outline')}
              >
                Sign in
              </a>
            )}
            {back && (
              <a href={back.path} className={buttonClass('primary')}>
                {back.name}
              </a>
            )}
            <a href="/" className={buttonClass('outline')}>
              To the start page
            </a>
          </p>
        </div>
      </main>
    </>
  );
}
