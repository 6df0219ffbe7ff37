import { Circle, CircleCheck, FileDown, Shield } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { whatHappened, whoDid, whyTold } from '@/lib/core/inbox/inbox-entry';
import type { ShownEntry } from './use-inbox';

interface Props {
  entry: ShownEntry;
  /** Of the day, where the reader lives. */
  time: string;
  onMark: (read: boolean) => void;
}

/** One thing that happened; all of it leads there. */
export function InboxItem({ entry, time, onMark }: Props) {
  const { isRead, words } = entry;
  const why = whyTold(entry);
  const Sign = entry.kind === 'export' ? FileDown : Shield;
  const Mark = isRead ? CircleCheck : Circle;
  const deed = isRead ? 'Mark unread' : 'Mark read';
  return (
    <li
      data-entry={entry.id}
      className="relative grid grid-cols-[auto_auto_minmax(0,1fr)_auto] gap-x-3 rounded-lg py-3 ps-2 pe-1 focus-within:bg-surface hover:bg-surface"
    >
      <span
        aria-hidden="true"
        className={`mt-2.5 size-2 rounded-full ${isRead ? '' : 'bg-focus forced-colors:bg-[Highlight]'}`}
      />
      {entry.actor ? (
        <Avatar name={entry.actor.name} size={28} />
      ) : (
        <span className="grid size-7 place-items-center rounded-full bg-sunken text-ink-2">
          <Sign size={15} aria-hidden="true" />
        </span>
      )}
      <div className="min-w-0">
        <p className={isRead ? 'text-ink-2' : ''}>
          <Link
            href={entry.path as Route}
            prefetch={false}
            onClick={() => !isRead && onMark(true)}
            className="wrap-anywhere no-underline after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {!isRead && <span className="sr-only">Unread: </span>}
            <bdi className={isRead ? 'font-medium' : 'font-semibold text-ink'}>{whoDid(entry)}</bdi>{' '}
            {whatHappened(entry)}
          </Link>
        </p>
        {words && (
          <p className="wrap-anywhere mt-0.5 line-clamp-3 text-ink-2" dir="auto">
            {words}
          </p>
        )}
        <p className="mt-1 text-ink-3 text-sm tabular-nums">
          <time dateTime={entry.created}>{time}</time>
          {why && '\u00a0· '}
          {why && <bdi>{why}</bdi>}
        </p>
      </div>
      <button
        type="button"
        title={deed}
        aria-label={`${deed}: ${whoDid(entry)} ${whatHappened(entry)}`}
        onClick={() => onMark(!isRead)}
        className="relative z-10 grid size-9 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      >
        <Mark size={18} aria-hidden="true" />
      </button>
    </li>
  );
}
