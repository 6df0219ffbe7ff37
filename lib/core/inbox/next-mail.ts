import { knownZone } from './by-day';

/** How often the inbox is mailed. */
export const mailings = ['off', 'instant', 'daily', 'weekly'] as const;
export type Mailing = (typeof mailings)[number];

/** What happens within so many milliseconds goes into one mail, and what is read meanwhile into none. */
const gathering = 30_000;

/** Digests come at this hour where the reader lives, weekly ones on Mondays. */
const hour = 7;

interface Wish {
  mailing: Mailing;
  /** IANA's name; one that this machine does not know counts as UTC. */
  timeZone: string;
}

/** When something that happens `now` is mailed at the soonest; null: not at all. */
export function nextMailAt({ mailing, timeZone }: Wish, now: Date): Date | null {
  if (mailing === 'off') return null;
  if (mailing === 'instant') return new Date(now.getTime() + gathering);
  const zone = knownZone(timeZone);
  const today = clockIn(zone, now);
  const midnight = Math.floor(today / day) * day;
  // 1 January 1970 was a Thursday.
  const untilMonday = mailing === 'daily' ? 0 : (7 - ((midnight / day + 3) % 7)) % 7;
  const first = midnight + untilMonday * day + hour * 3_600_000;
  const step = (mailing === 'daily' ? 1 : 7) * day;
  return instantOf(first > today ? first : first + step, zone);
}

const day = 86_400_000;

/** What a clock in the zone shows, as the milliseconds at which one in UTC shows it. */
function clockIn(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(
    ...([
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    ] as const),
  );
}

/** The moment at which a clock in the zone shows `clock`; the second look is for nights in which clocks change. */
function instantOf(clock: number, timeZone: string): Date {
  const offsetAt = (at: number) => clockIn(timeZone, new Date(at)) - at;
  const near = clock - offsetAt(clock);
  return new Date(clock - offsetAt(near));
}
