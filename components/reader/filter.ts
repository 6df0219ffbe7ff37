import type { Annotation, Reply } from '@/lib/core/annotation/annotation';

/** Which annotations are on show. Empty lists and `false` let everything through. */
export interface Filter {
  /** Slugs; one of them suffices. */
  tags: readonly string[];
  /** Ids; the annotation or a reply in its thread is by one of them. */
  people: readonly string[];
  mine: boolean;
  unread: boolean;
}

/** What a reader has read; see `GET …/reading`. */
export interface ReadMarks {
  /** Threads active before this are read; null on the first visit, when nothing counts as unread. */
  readAt: string | null;
  /** Read after that, by annotation id. */
  threads: Readonly<Record<string, string>>;
}

export const everything: Filter = { tags: [], people: [], mine: false, unread: false };

export const isFiltering = ({ tags, people, mine, unread }: Filter): boolean =>
  tags.length > 0 || people.length > 0 || mine || unread;

/** Whether somebody else has written in the thread since the viewer last read it. */
export function isUnread(annotation: Annotation, marks: ReadMarks | null, viewer: string | null): boolean {
  if (!marks?.readAt || viewer === null) return false;
  const read = Math.max(Date.parse(marks.readAt), Date.parse(marks.threads[annotation.id] ?? marks.readAt));
  const news = ({ creator, created }: Annotation | Reply) =>
    creator.id !== viewer && Date.parse(created) > read;
  return news(annotation) || annotation.replies.some(news);
}

/** Whether an annotation is on show. `viewer` is a user id; null for visitors. */
export function passes(
  annotation: Annotation,
  filter: Filter,
  { viewer, marks }: { viewer: string | null; marks: ReadMarks | null },
): boolean {
  const by = (id: string) =>
    annotation.creator.id === id || annotation.replies.some((reply) => reply.creator.id === id);
  if (filter.tags.length > 0 && !filter.tags.some((tag) => annotation.tags.includes(tag))) return false;
  if (filter.people.length > 0 && !filter.people.some(by)) return false;
  if (filter.mine && annotation.creator.id !== viewer) return false;
  return !filter.unread || isUnread(annotation, marks, viewer);
}
