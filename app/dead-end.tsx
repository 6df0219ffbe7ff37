import { buttonClass } from '@/components/ui/button';
import { Logo } from '@/components/ui/logo';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { visitor } from '@/lib/server/data/viewer';

interface Props {
  title: string;
  text: string;
  /** Where a visitor goes after signing in. */
  callbackUrl: string;
}

/** Why a link leads nowhere, and where to go from there. */
export async function DeadEnd({ title, text, callbackUrl }: Props) {
  // Also while the database is away: then nobody is known.
  const viewer = await currentViewer().catch(() => visitor);
  return (
    <main id="main" className="mx-auto grid max-w-md gap-4 px-6 py-24">
      <Logo size={40} />
      <h1 className="text-3xl">{title}</h1>
      <p className="text-ink-2">{text}</p>
      <p className="flex flex-wrap gap-3">
        {!viewer.user && (
          // No next/link: what this page needs, every page loads.
          <a href={`/sign-in?${new URLSearchParams({ callbackUrl })}`} className={buttonClass('outline')}>
            Sign in
          </a>
        )}
        <a href="/" className={buttonClass('outline')}>
          To the start page
        </a>
      </p>
    </main>
  );
}
