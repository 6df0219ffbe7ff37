import { loadAnnotations } from '@/components/reader/load-annotations';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { everything } from '@/lib/core/annotation/filter';

/** Says why there is nothing to see. */
export function NotesState() {
  const store = useReaderStore();
  const status = useReader((state) => state.status);
  const count = useReader((state) => state.annotations.size);
  const shown = useReader((state) => store.ranges.visible(state).length);
  const choice = useReader((state) => state.settings.highlights);
  if (status === 'failed')
    return (
      <p className="notes-empty">
        The annotations could not be fetched.
        <button type="button" onClick={() => loadAnnotations(store)}>
          Try again
        </button>
      </p>
    );
  if (status === 'loading' || shown > 0) return null;
  if (count === 0)
    return (
      <p className="notes-empty">
        No annotations yet.{store.reading.writes && ' Select a sentence, or press V.'}
      </p>
    );
  if (choice === 'none') return <p className="notes-empty">Highlights are off in the reading settings.</p>;
  return (
    <p className="notes-empty">
      None match.
      <button type="button" onClick={() => store.filter(everything)}>
        Clear filters
      </button>
    </p>
  );
}
