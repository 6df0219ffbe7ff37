/** Entries of one thread or card within one day. */
export interface ThreadOfDay<Entry> {
  thread: string;
  /** In the order given. */
  entries: Entry[];
}

export interface InboxDay<Entry> {
  /** `2026-11-21`, where the reader lives. */
  day: string;
  threads: ThreadOfDay<Entry>[];
}

/** Puts entries together by the day they came, and within it by thread; the first of each decides its place. */
export function byDay<Entry extends { created: string; thread: string }>(
  entries: readonly Entry[],
  timeZone: string,
): InboxDay<Entry>[] {
  const dayOf = dayIn(timeZone);
  const days = new Map<string, Map<string, Entry[]>>();
  for (const entry of entries) {
    const day = dayOf(entry.created);
    const threads = days.get(day) ?? new Map<string, Entry[]>();
    days.set(day, threads.set(entry.thread, [...(threads.get(entry.thread) ?? []), entry]));
  }
  return [...days].map(([day, threads]) => ({
    day,
    threads: [...threads].map(([thread, entries]) => ({ thread, entries })),
  }));
}

/** The day of a moment in a time zone; in UTC where that is none that this machine knows. */
export function dayIn(timeZone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: knownZone(timeZone) });
  return (at) => format.format(new Date(at));
}

/** The zone itself, or UTC where this machine does not know it: zones come and go with the tables of a system. */
export function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** "Today", "Yesterday", or the date; `day` and `today` as in `InboxDay`. */
export function dayName(day: string, today: string): string {
  const days = (Date.parse(today) - Date.parse(day)) / 86_400_000;
  if (days === 0) return 'Today';
  return days === 1 ? 'Yesterday' : dateName(day, today);
}

/** The date, with its weekday in the year of `today`. */
export function dateName(day: string, today: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(isThisYear ? { weekday: 'long' } : { year: 'numeric' }),
  }).format(Date.parse(day));
}
