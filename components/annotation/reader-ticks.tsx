import { useReader } from '@/components/reader/reader-store';
import { useDeskState } from './desk';

/** Where others read, along the edge of the page. Their avatars say the same to those who cannot see it. */
export function ReaderTicks() {
  const readers = useDeskState((state) => state.readers);
  const article = useReader((state) => state.article);
  if (!article) return null;
  return (
    <div className="reader-strip readers" aria-hidden="true">
      {readers.map(({ id, block }) => (
        <i key={id} style={{ top: `${(100 * (article.starts[block] ?? 0)) / article.text.length}%` }} />
      ))}
    </div>
  );
}
