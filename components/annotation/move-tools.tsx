import { useEffect, useState } from 'react';
import { announce } from '@/components/reader/announce';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { useDesk } from './desk';
import { leaveMove, moveHere } from './move-annotation';

const already = 'Already on these words.';

/** While an author chooses other words for their annotation. */
export function MoveTools({ annotation: id }: { annotation: string }) {
  const desk = useDesk();
  const store = useReaderStore();
  const draft = useReader((state) => state.draft);
  const annotation = useReader((state) => state.annotations.get(id));
  const range = annotation && store.ranges.of(annotation, store.get());
  const [offered] = useState(draft);
  const isElsewhere = draft && (draft.start !== range?.start || draft.end !== range.end);
  const isSame = draft !== null && draft !== offered && !isElsewhere;
  useEffect(() => {
    if (isSame) announce(already);
  }, [isSame]);
  return (
    <>
      {isElsewhere ? (
        <button type="button" onClick={() => moveHere(desk)}>
          Move the mark here
        </button>
      ) : (
        <p className="hint">{isSame ? already : 'Select the words to mark'}</p>
      )}
      <button type="button" onClick={() => leaveMove(desk)}>
        Cancel
      </button>
    </>
  );
}
