import type { ReleaseDiff } from '@/lib/core/api/releases';

/** The first annotations that are not the same, with what became of each. */
export function ChangedAnnotations({ annotations }: Pick<ReleaseDiff, 'annotations'>) {
  return (
    <ol className="grid gap-3">
      {annotations.map(({ id, changes, text, person, quote, comment, tags, tagsBefore }) => (
        <li key={id} className="wrap-anywhere rounded-md border border-rule bg-raised p-3 text-sm">
          <p className="mb-1 flex flex-wrap gap-x-3 text-ink-3">
            <span className="font-medium text-ink">{changes.join(', ')}</span>
            <span dir="auto">{text}</span>
            <span>{person}</span>
          </p>
          <blockquote dir="auto" className="line-clamp-3 font-read text-base">
            {quote}
          </blockquote>
          {comment && (
            <p dir="auto" className="mt-1 line-clamp-2 text-ink-2">
              {comment}
            </p>
          )}
          <p className="mt-1 text-ink-3">
            {tagsBefore && (
              <>
                <del>{tagsBefore.join(', ') || 'no tag'}</del> →{' '}
              </>
            )}
            {tags.join(', ') || 'no tag'}
          </p>
        </li>
      ))}
    </ol>
  );
}
