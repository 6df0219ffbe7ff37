import { useReader } from '@/components/reader/reader-store';
import { useDesk, useDeskState, type Writing } from './desk';
import { continueDraft, discardDraft } from './drafts';
import { focusNote } from './focus-note';

/** At a note: a text that was begun there and not sent. */
export function DraftLine({ draft }: { draft: Writing }) {
  const desk = useDesk();
  const isWriting = useDeskState((state) => state.writing?.annotation === draft.annotation);
  if (isWriting) return null;
  const discard = () => {
    void discardDraft(desk, draft);
    focusNote(draft.annotation);
  };
  return (
    <p className="note-draft">
      <b>Draft</b>
      <button type="button" aria-label="Continue your draft" onClick={() => continueDraft(desk, draft)}>
        Continue
      </button>
      <button type="button" aria-label="Discard your draft" onClick={discard}>
        Discard
      </button>
    </p>
  );
}

/** At the edge of the page: where one may look who does not see the note. */
export function DraftOffer({ drafts }: { drafts: readonly Writing[] }) {
  const desk = useDesk();
  const next = drafts[0]!;
  const hasNote = useReader((state) => state.mounted.has(next.annotation));
  return (
    <button type="button" onClick={() => continueDraft(desk, next)}>
      {hasNote ? 'Go to ' : 'Continue '}
      {drafts.length === 1 ? 'your draft' : `one of ${drafts.length} drafts`}
    </button>
  );
}
