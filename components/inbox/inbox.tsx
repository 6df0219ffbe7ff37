'use client';

import { CheckCheck } from 'lucide-react';
import Link from 'next/link';
import { Button, buttonClass } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { UndoMessage } from '@/components/ui/undo-message';
import type { InboxEntry } from '@/lib/core/api/inbox';
import { byDay, dayName } from '@/lib/core/inbox/by-day';
import { InboxEmpty } from './inbox-empty';
import { InboxItem } from './inbox-item';
import { InboxThread } from './inbox-thread';
import { type ShownEntry, useInbox } from './use-inbox';
import { useInboxKeys } from './use-inbox-keys';

interface Props {
  listed: InboxEntry[];
  unreadOnly: boolean;
  /** Where the next page begins; null on the last. */
  next: string | null;
  timeZone: string;
  /** As in `InboxDay`. */
  today: string;
  hasShortcuts: boolean;
}

/** What one was told of, by day and by thread. */
export function Inbox({ listed, unreadOnly, next, timeZone, today, hasShortcuts }: Props) {
  const { entries, error, mark, markAll, undoable, undo, forget } = useInbox(listed);
  useInboxKeys(hasShortcuts, (id) => {
    const entry = entries.find((one) => one.id === id);
    if (entry) void mark([id], !entry.isRead);
  });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone });
  const item = (entry: ShownEntry) => (
    <InboxItem
      key={entry.id}
      entry={entry}
      time={time.format(new Date(entry.created))}
      onMark={(read) => void mark([entry.id], read)}
    />
  );
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Filter unreadOnly={unreadOnly} />
        {entries.some(({ isRead }) => !isRead) && (
          <Button look="quiet" size="sm" onClick={() => void markAll()}>
            <CheckCheck size={16} aria-hidden="true" /> Mark all read
          </Button>
        )}
      </div>
      <Refusal error={error} />
      {entries.length === 0 && <InboxEmpty unreadOnly={unreadOnly} />}
      {byDay(entries, timeZone).map(({ day, threads }) => (
        <section key={day} aria-label={dayName(day, today)} className="grid gap-3">
          <h2 className="font-medium font-ui text-ink-2 text-sm">{dayName(day, today)}</h2>
          {threads.map(({ thread, entries: [first, ...rest] }) => (
            <InboxThread key={thread} entries={[first!, ...rest]}>
              {[first!, ...rest].reverse().map(item)}
            </InboxThread>
          ))}
        </section>
      ))}
      {next && (
        <p>
          <Link
            href={{ pathname: '/inbox', query: { ...(unreadOnly && { unread: '1' }), after: next } }}
            className={buttonClass('outline', 'sm')}
          >
            Earlier
          </Link>
        </p>
      )}
      {hasShortcuts && entries.length > 0 && (
        <p className="text-ink-3 text-sm pointer-coarse:hidden">
          <kbd>j</kbd> <kbd>k</kbd> move · <kbd>o</kbd> opens · <kbd>e</kbd> marks read or unread
        </p>
      )}
      {undoable && (
        <UndoMessage onUndo={() => void undo()} onEnd={forget}>
          {undoable.length === 1 ? '1 entry marked read.' : `${undoable.length} entries marked read.`}
        </UndoMessage>
      )}
    </div>
  );
}

function Filter({ unreadOnly }: { unreadOnly: boolean }) {
  const views = [
    ['All', '/inbox', !unreadOnly],
    ['Unread', '/inbox?unread=1', unreadOnly],
  ] as const;
  return (
    <nav aria-label="Show" className="flex rounded-lg bg-sunken p-0.5">
      {views.map(([label, href, isCurrent]) => (
        <Link
          key={label}
          href={href}
          aria-current={isCurrent ? 'page' : undefined}
          className="flex min-h-9 items-center rounded-md px-4 text-ink-2 text-sm no-underline aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:min-h-11 forced-colors:aria-[current]:border"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
