import { useReaderStore } from '@/components/reader/reader-store';
import { scrollToPassage } from '@/components/reader/reveal';
import { Avatar } from '@/components/ui/avatar';
import type { DeskState } from './desk';

/** Others who read now; a press goes to where they are. */
export function Readers({ readers }: { readers: DeskState['readers'] }) {
  const store = useReaderStore();
  const go = (block: number) => {
    const { article } = store.get();
    const start = article?.starts[block];
    if (start !== undefined) scrollToPassage(store, { start, end: start + 1 });
  };
  return (
    <span
      className="notes-readers"
      role="group"
      aria-label={`Reading now: ${readers.map(({ name }) => name).join(', ')}`}
    >
      {readers.slice(0, 4).map(({ id, name, block }) => (
        <button
          key={id}
          type="button"
          title={`${name} is reading, at paragraph ${block + 1}`}
          aria-label={`Go to where ${name} reads`}
          onClick={() => go(block)}
        >
          <Avatar name={name} size={20} />
        </button>
      ))}
      {readers.length > 4 && `+${readers.length - 4}`}
    </span>
  );
}
