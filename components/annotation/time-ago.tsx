import { exactTime, relativeTime } from './relative-time';

export function TimeAgo({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactTime(at)} className="whitespace-nowrap text-ink-3 text-xs">
      {relativeTime(at, Date.now())}
    </time>
  );
}
