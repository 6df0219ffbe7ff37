import { api } from '@/components/api-client';
import type { Annotation } from '@/lib/core/annotation/annotation';
import type { ReaderStore } from './reader-store';
import type { Reading } from './reading';

const query = { limit: 5000 };

const paramsOf = ({ group, essay }: Reading) => ({ group: group.slug, essay: essay.slug });

/** What the page asks the browser to fetch beside the script, letter for letter what `loadAnnotations` asks for first. */
export const annotationsPath = (group: string, essay: string): string =>
  `/api/v1/groups/${encodeURIComponent(group)}/essays/${encodeURIComponent(essay)}/annotations?limit=${query.limit}`;

/** Fetches all annotations into the store, at the start and whenever live events have a gap. */
export async function loadAnnotations(store: ReaderStore): Promise<void> {
  const params = paramsOf(store.reading);
  const found: Annotation[] = [];
  let after: string | null = null;
  try {
    do {
      const page: { items: Annotation[]; next: string | null; cursor: string } = await api(
        'GET /groups/{group}/essays/{essay}/annotations',
        { params, query: after === null ? query : { ...query, after } },
      );
      found.push(...page.items);
      after = page.next;
      if (after === null) store.load(found, page.cursor);
    } while (after !== null);
  } catch {
    store.failToLoad();
  }
}

/**
 * Fetches what the viewer has read; a visitor has no memory here. It begins with the first visit: what is there then
 * is no news, and what comes after it is. Without an answer nothing counts as unread.
 */
export async function loadReadMarks(store: ReaderStore): Promise<void> {
  const { reading } = store;
  if (!reading.viewer) return;
  const params = paramsOf(reading);
  const fetched = () => api('GET /groups/{group}/essays/{essay}/reading', { params });
  try {
    let marks = await fetched();
    if (marks.readAt === null) {
      const body = { number: reading.essay.number };
      await api('PUT /groups/{group}/essays/{essay}/reading', { params, body });
      marks = await fetched();
    }
    store.marksRead({ readAt: marks.readAt, threads: marks.threads });
  } catch {}
}
