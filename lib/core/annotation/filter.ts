import type { Annotation, Reply } from './annotation';

/** Which annotations are on show. Empty lists and `false` let everything through. */
export interface Filter {
  /** Slugs; one of them suffices. */
  tags: readonly string[];
  /** Ids; the annotation or a reply in its thread is by one of them. */
  people: readonly string[];
  mine: boolean;
  unread: boolean;
  /** Not resolved. */
  open: boolean;
}

/** What a reader has read; see `GET …/reading`. */
export interface ReadMarks {
  /** Threads active before this are read; null on the first visit, when nothing counts as unread. */
  readAt: string | null;
  /** Read after that, by annotation id. */
  threads: Readonly<Record<string, string>>;
}

/** Who looks: some filters mean something else for each. */
export interface Onlooker {
  /** A user id; null for visitors. */
  viewer: string | null;
  marks: ReadMarks | null;
}

/** By place in the text, or by time of creation. */
export type Order = 'place' | 'time';

export const everything: Filter = { tags: [], people: [], mine: false, unread: false, open: false };

export const isFiltering = ({ tags, people, mine, unread, open }: Filter): boolean =>
  tags.length > 0 || people.length > 0 || mine || unread || open;

/** When somebody else last wrote in the thread, in milliseconds; `-Infinity` where nobody else has. */
export function lastByOthers(annotation: Annotation, viewer: string | null): number {
  const at = ({ creator, created, modified }: Annotation | Reply) =>
    creator.id === viewer ? Number.NEGATIVE_INFINITY : Date.parse(modified ?? created);
  return Math.max(at(annotation), ...annotation.replies.filter(({ comment }) => comment).map(at));
}

/** Whether somebody else has written in the thread since the viewer last read it. */
export function isUnread(annotation: Annotation, marks: ReadMarks | null, viewer: string | null): boolean {
  if (!marks?.readAt || viewer === null) return false;
  const read = Math.max(Date.parse(marks.readAt), Date.parse(marks.threads[annotation.id] ?? marks.readAt));
  return lastByOthers(annotation, viewer) > read;
}

/** In how many threads: what every page of the app calls unread. */
export const unreadCount = (annotations: Iterable<Annotation>, { viewer, marks }: Onlooker): number =>
  [...annotations].filter((one) => isUnread(one, marks, viewer)).length;

/** Whether an annotation is on show. */
export function passes(annotation: Annotation, filter: Filter, { viewer, marks }: Onlooker): boolean {
  const isBy = (id: string) =>
    annotation.creator.id === id || annotation.replies.some((reply) => reply.creator.id === id);
  if (filter.tags.length > 0 && !filter.tags.some((tag) => annotation.tags.includes(tag))) return false;
  if (filter.people.length > 0 && !filter.people.some(isBy)) return false;
  if (filter.mine && annotation.creator.id !== viewer) return false;
  if (filter.open && annotation.resolved) return false;
  return !filter.unread || isUnread(annotation, marks, viewer);
}

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

/** `startOf` gives an annotation's offset in the text; those without a place come last. Ids tell the time. */
export function inOrder(
  annotations: Iterable<Annotation>,
  order: Order,
  startOf: (annotation: Annotation) => number | null,
): Annotation[] {
  const place = (annotation: Annotation) =>
    order === 'place' ? (startOf(annotation) ?? Number.MAX_SAFE_INTEGER) : 0;
  return [...annotations]
    .map((annotation) => ({ annotation, at: place(annotation) }))
    .sort((a, b) => a.at - b.at || (a.annotation.id < b.annotation.id ? -1 : 1))
    .map(({ annotation }) => annotation);
}

/** The filter that a page's URL asks for: `?tag=crux&tag=claim&by=<id>&mine=1&unread=1&open=1`. */
export const filterOf = (search: URLSearchParams): Filter => ({
  tags: search.getAll('tag'),
  people: search.getAll('by'),
  mine: search.has('mine'),
  unread: search.has('unread'),
  open: search.has('open'),
});

/** The search part of the URL with this filter in it, and what else was there. */
export function withFilter(search: URLSearchParams, filter: Filter): URLSearchParams {
  const result = new URLSearchParams(search);
  for (const name of ['tag', 'by', 'mine', 'unread', 'open']) result.delete(name);
  for (const tag of filter.tags) result.append('tag', tag);
  for (const id of filter.people) result.append('by', id);
  for (const name of ['mine', 'unread', 'open'] as const) if (filter[name]) result.set(name, '1');
  return result;
}
