const day = 86_400_000;
const shown = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const withYear = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Days from today, both counted in UTC, where due dates end. */
export const daysUntil = (due: string, now: number) =>
  Math.floor(Date.parse(due) / day) - Math.floor(now / day);

/** "due Thu, 26 Nov · in 5 days"; with the year when it is far away. */
export function DueDate({ due }: { due: string }) {
  const days = daysUntil(due, Date.now());
  const format = Math.abs(days) > 300 ? withYear : shown;
  return (
    <span>
      {days < 0 ? 'was due' : 'due'} <time dateTime={due}>{format.format(new Date(due))}</time>
      {days >= 0 && days <= 14 && ` · ${wait(days)}`}
    </span>
  );
}

function wait(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
