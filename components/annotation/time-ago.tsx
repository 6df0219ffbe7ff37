import { useSyncExternalStore } from 'react';
import { everyMinute } from './every-minute';
import { exactTime, relativeTime } from './relative-time';

export function TimeAgo({ at }: { at: string }) {
  const now = () => relativeTime(at, Date.now());
  return (
    <time dateTime={at} title={exactTime(at)} className="whitespace-nowrap text-ink-3 text-xs">
      {useSyncExternalStore(everyMinute, now, now)}
    </time>
  );
}
