import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { useDesk } from './desk';
import { leaveMove, moveHere } from './move-annotation';

/** While an author chooses other words for their annotation. */
export function MoveTools({ annotation: id }: { annotation: string }) {
  const desk = useDesk();
  const store = useReaderStore();
  const draft = useReader((state) => state.draft);
  const annotation = useReader((state) => state.annotations.get(id));
  const range = annotation && store.ranges.of(annotation, store.get());
  const isElsewhere = draft && (draft.start !== range?.start || draft.end !== range.end);
  return (
    <>
      {isElsewhere ? (
        <button type="button" onClick={() => moveHere(desk)}>
          Move the mark here
        </button>
      ) : (
        <p className="hint">Select the words to mark</p>
      )}
      <button type="button" onClick={() => leaveMove(desk)}>
        Cancel
      </button>
    </>
  );
}
