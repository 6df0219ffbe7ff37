import { useEffect, useState } from 'react';
import { useReader } from '@/components/reader/reader-store';
import { commentToText } from '@/lib/core/essay/comment-document';
import { useDesk, useDeskState, type Writing } from './desk';
import { continueDraft, discardDraft, keptDraft } from './drafts';
import { focusNote } from './focus-note';

/** At a note: a text that was begun there and not sent. */
export function DraftLine({ draft }: { draft: Writing }) {
  const desk = useDesk();
  const [words, setWords] = useState('');
  useEffect(() => {
    let isHere = true;
    void keptDraft(desk, draft).then((kept) => kept && isHere && setWords(commentToText(kept.document)));
    return () => {
      isHere = false;
    };
  }, [desk, draft]);
  const isWriting = useDeskState((state) => state.writing?.annotation === draft.annotation);
  if (isWriting) return null;
  const discard = () => {
    void discardDraft(desk, draft);
    focusNote(draft.annotation);
  };
  return (
    <p className="note-draft">
      <b>Draft</b>
      <span dir="auto">{words}</span>
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
  const isSeen = useIsSeen(`a-${next.annotation}`, hasNote);
  return (
    !(isSeen && drafts.length === 1) && (
      <button type="button" onClick={() => continueDraft(desk, next)}>
        {hasNote ? 'Go to ' : 'Continue '}
        {drafts.length === 1 ? 'your draft' : `one of ${drafts.length} drafts`}
      </button>
    )
  );
}

/** Whether most of an element is in the window, once it is in the page. */
function useIsSeen(id: string, isThere: boolean): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const element = isThere && document.getElementById(id);
    if (!element) return setSeen(false);
    const observer = new IntersectionObserver((entries) => setSeen(entries.at(-1)!.isIntersecting), {
      threshold: 0.5,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [id, isThere]);
  return isSeen;
}
