/** What tells an essay in a group from another of the same name. */
export interface Standing {
  /** Of the group, and its name in addresses where the reader belongs to another of the same name. */
  group: string;
  slug: string | null;
  /** Of the essay; empty where that is not known, or it is about something else. */
  authors: readonly string[];
  /** When the essay was put on the reading list, where another on it has the same title. */
  added: string | null;
}

/** As reading lists have it. */
const time = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

/** A line to stand beside the title. */
export function whereItStands({ group, slug, authors, added }: Standing): string {
  const parts = [
    slug === null ? group : `${group} (${slug})`,
    authors.join(', '),
    added !== null && `added ${time.format(new Date(added))}`,
  ];
  return parts.filter(Boolean).join(' · ');
}
