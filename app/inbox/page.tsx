import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { orNothingHere } from '@/app/or-nothing-here';
import { Inbox } from '@/components/inbox/inbox';
import { SiteHeader } from '@/components/ui/site-header';
import { dayIn, knownZone } from '@/lib/core/inbox/by-day';
import { currentViewer } from '@/lib/server/auth/current-viewer';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import { me } from '@/lib/server/data/users';

export const metadata: Metadata = { title: 'Inbox', robots: { index: false } };

export default orNothingHere(async function InboxPage({ searchParams }: PageProps<'/inbox'>) {
  const viewer = await currentViewer();
  if (!viewer.user) redirect('/sign-in?callbackUrl=/inbox');
  const { unread, after } = await searchParams;
  const unreadOnly = unread === '1';
  const asked = { limit: 50, unread: unreadOnly ? 'true' : 'false' } as const;
  const [person, { items, next }] = await Promise.all([
    me(viewer),
    inboxPage(viewer, { ...asked, ...(typeof after === 'string' && { after }) }),
  ]);
  return (
    <>
      <SiteHeader viewer={person} />
      <main id="main" className="page pt-10 pb-24">
        <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-4">
          <h1 className="text-3xl sm:text-4xl">Inbox</h1>
          <Link href="/settings#mail" className="inline-flex min-h-11 items-center text-ink-2 text-sm">
            E-mail settings
          </Link>
        </div>
        <Inbox
          key={`${unreadOnly} ${after}`}
          listed={items}
          unreadOnly={unreadOnly}
          next={next}
          timeZone={knownZone(person.timeZone)}
          today={dayIn(person.timeZone)(new Date().toISOString())}
          hasShortcuts={person.settings.shortcuts ?? true}
        />
      </main>
    </>
  );
});
