const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

const ago = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'narrow' });
const thisYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const anyYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });

/** How long ago, in as few characters as say it: "now", "5m ago", "2d ago", after a week the date. */
export function relativeTime(iso: string, now: number): string {
  const seconds = Math.max(0, now - Date.parse(iso)) / 1000;
  if (seconds >= 7 * 86_400) {
    const date = new Date(iso);
    return (date.getFullYear() === new Date(now).getFullYear() ? thisYear : anyYear).format(date);
  }
  const step = steps.find(([, size]) => seconds >= size);
  return step ? ago.format(-Math.floor(seconds / step[1]), step[0]) : 'now';
}

/** The moment in full, for a title. */
export const exactTime = (iso: string): string => exact.format(new Date(iso));

/** Changes within so many milliseconds belong to the writing: a mark first, then its words. */
const WRITING = 5 * 60_000;

export const isEdited = (created: string, modified: string | null): boolean =>
  modified !== null && Date.parse(modified) - Date.parse(created) > WRITING;
