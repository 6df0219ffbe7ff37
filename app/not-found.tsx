import { headers } from 'next/headers';
import { buttonClass } from '@/components/ui/button';
import { Logo } from '@/components/ui/logo';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { visitor } from '@/lib/server/data/viewer';

export default async function NotFound() {
  // Also while the database is away: then nobody is known.
  const viewer = await currentViewer().catch(() => visitor);
  const callbackUrl = (await headers()).get('x-address') ?? '/';
  return (
    <main id="main" className="mx-auto grid max-w-md gap-4 px-6 py-24">
      <Logo size={40} />
      <h1 className="text-3xl">There is nothing here</h1>
      <p className="text-ink-2">
        The page does not exist, or it belongs to a group you are not a member of. If somebody sent you the
        link, ask them for an invitation.
      </p>
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
