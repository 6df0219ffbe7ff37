import { useEffect, useState } from 'react';
import { type CommentDocument, isEmptyComment } from '@/lib/core/essay/comment-document';
import type { Desk, Writing } from './desk';
import { draftKey, placeOf } from './draft-key';
import { isThere, offerDraft, withoutWriting } from './drafts';
import { hasKept, onDevice } from './on-device';
import { sameJson } from './same-json';

/** What is being written, kept on this device while it is. */
export function useDraft(desk: Desk, writing: Writing) {
  const [draft] = useState(() => draftOf(desk, writing));
  useEffect(() => {
    return () => draft.offerIfLost();
  }, [draft]);
  return draft;
}

function draftOf(desk: Desk, writing: Writing) {
  const key = draftKey(placeOf(desk.store.reading), writing);
  let latest: CommentDocument | null = null;
  const { target, visibility } = desk.annotation(writing.annotation) ?? {};
  const about = target && visibility && { target, visibility };
  const base = writing.kind === 'words' ? writing.base : null;
  const isWorth = () => latest !== null && !isEmptyComment(latest) && !sameJson(latest, base);
  return {
    current: () => latest,
    kept: async () =>
      hasKept() ? (await onDevice((device) => device.draftUnder(key)))?.document : undefined,
    /** Every keystroke at once: a page that is being left waits for nothing. */
    change(document: CommentDocument) {
      latest = document;
      const draft = isWorth() && { writing, document, about };
      void onDevice((device) => (draft ? device.saveDraft(key, draft) : device.forgetDraft(key)));
    },
    /** Left for later: offered again if there is anything to go on with. */
    leave() {
      if (isWorth()) offerDraft(desk, writing);
      else desk.patch({ drafts: withoutWriting(desk, writing) });
    },
    /** What it was about has gone while somebody wrote. */
    offerIfLost() {
      if (!latest || isEmptyComment(latest) || isThere(desk, writing)) return;
      if (desk.get().writing === writing) desk.patch({ writing: null });
      offerDraft(desk, writing);
    },
  };
}
