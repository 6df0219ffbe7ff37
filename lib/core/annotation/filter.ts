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
