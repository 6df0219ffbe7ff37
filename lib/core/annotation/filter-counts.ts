import type { Annotation } from './annotation';
import { isUnread, type Onlooker } from './filter';

/** How many annotations each choice of the filter would show alone. */
export interface Counts {
  all: number;
  mine: number;
  unread: number;
  open: number;
  /** By slug. */
  tags: ReadonlyMap<string, number>;
  /** By user id, those with most first. */
  people: ReadonlyMap<string, { name: string; count: number }>;
}

export function counts(annotations: Iterable<Annotation>, { viewer, marks }: Onlooker): Counts {
  const tags = new Map<string, number>();
  const people = new Map<string, { name: string; count: number }>();
  const sums = { all: 0, mine: 0, unread: 0, open: 0 };
  for (const annotation of annotations) {
    sums.all++;
    if (annotation.creator.id === viewer) sums.mine++;
    if (isUnread(annotation, marks, viewer)) sums.unread++;
    if (!annotation.resolved) sums.open++;
    for (const tag of annotation.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    const authors = new Map(
      [annotation, ...annotation.replies].map(({ creator }) => [creator.id, creator.name]),
    );
    for (const [id, name] of authors) people.set(id, { name, count: (people.get(id)?.count ?? 0) + 1 });
  }
  const byCount = [...people].sort(([, a], [, b]) => b.count - a.count || a.name.localeCompare(b.name));
  return { ...sums, tags, people: new Map(byCount) };
}
