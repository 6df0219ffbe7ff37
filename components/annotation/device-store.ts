import { type DBSchema, openDB } from 'idb';
import type { Annotation, AnnotationDraft, ReplyDraft } from '@/lib/core/annotation/annotation';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import type { Writing } from './desk';

/** Something made here that the server has not confirmed. `place` is whose and where, see draft-key.ts. */
export type Unsent =
  | { id: string; place: string; at: string; annotation: AnnotationDraft; reply?: never }
  | { id: string; place: string; at: string; reply: ReplyDraft; to: string; annotation?: never };

/** Words not sent yet, and what they are of. */
export interface Draft {
  writing: Writing;
  document: CommentDocument;
  /** The passage it is about, and who was to read it, should the annotation be gone. */
  about?: Pick<Annotation, 'target' | 'visibility'> | undefined;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
  outbox: { key: string; value: Unsent };
}

const database = () =>
  openDB<Schema>('cruxbook', 1, {
    upgrade(db) {
      db.createObjectStore('drafts');
      db.createObjectStore('outbox', { keyPath: 'id' });
    },
  });

let opened: ReturnType<typeof database> | undefined;
const open = () => {
  opened ??= database();
  return opened;
};

/** Drafts under their `draftKey`. Committed at once, so that a page gone before it hears of it loses nothing. */
export const saveDraft = async (key: string, draft: Draft) => {
  const writing = (await open()).transaction('drafts', 'readwrite');
  void writing.store.put(draft, key).catch(() => {}); // `done` tells of it
  writing.commit();
  await writing.done;
};
export const draftUnder = async (key: string) => (await open()).get('drafts', key);
export const forgetDraft = async (key: string) => (await open()).delete('drafts', key);
export const draftsOf = async (place: string) =>
  (await open()).getAll('drafts', IDBKeyRange.bound(`${place}/`, `${place}/\uffff`));

/** What waits to be sent. */
export const keepUnsent = async (unsent: Unsent) => (await open()).put('outbox', unsent);
export const forgetUnsent = async (id: string) => (await open()).delete('outbox', id);
export const unsentOf = async (place: string) =>
  (await (await open()).getAll('outbox')).filter((unsent) => unsent.place === place);
