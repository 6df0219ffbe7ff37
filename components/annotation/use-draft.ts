import { useEffect, useState } from 'react';
import { type CommentDocument, isEmptyComment } from '@/lib/core/essay/comment-document';
import { type Desk, isThere, offerDraft, type Writing, withoutWriting } from './desk';
import { draftKey, placeOf } from './draft-key';
import { hasKept, onDevice } from './on-device';
import { sameJson } from './same-json';

/** A keystroke is on disk after this many milliseconds. */
const SOON = 400;

/** What is being written, kept on this device while it is. */
export function useDraft(desk: Desk, writing: Writing) {
  const [draft] = useState(() => draftOf(desk, writing));
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && draft.save();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      draft.save();
      draft.offerIfLost();
    };
  }, [draft]);
  return draft;
}

function draftOf(desk: Desk, writing: Writing) {
  const key = draftKey(placeOf(desk.store.reading), writing);
  let latest: CommentDocument | null = null;
  const { target, visibility } = desk.annotation(writing.annotation) ?? {};
  const about = target && visibility && { target, visibility };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const base = writing.kind === 'words' ? writing.base : null;
  const isWorth = () => latest !== null && !isEmptyComment(latest) && !sameJson(latest, base);
  const save = () => {
    clearTimeout(timer);
    if (!timer || !latest) return;
    timer = undefined;
    const draft = { writing, document: latest, about };
    void onDevice((device) =>
      !isWorth() ? device.forgetDraft(key) : device.saveDraft(key, draft).then(() => {}),
    );
  };
  return {
    current: () => latest,
    kept: async () =>
      hasKept() ? (await onDevice((device) => device.draftUnder(key)))?.document : undefined,
    change(document: CommentDocument) {
      latest = document;
      timer ??= setTimeout(save, SOON);
    },
    /** Now, because the page may be gone soon. */
    save,
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
