import { useSyncExternalStore } from 'react';
import { everyMinute } from './every-minute';
import { exactTime, relativeTime } from './relative-time';

/** A minute may pass between the server's words and the browser's: the next minute puts them right. */
export function TimeAgo({ at }: { at: string }) {
  const now = () => relativeTime(at, Date.now());
  return (
    <time
      dateTime={at}
      title={exactTime(at)}
      suppressHydrationWarning
      className="whitespace-nowrap text-ink-3 text-xs"
    >
      {useSyncExternalStore(everyMinute, now, now)}
    </time>
  );
}
