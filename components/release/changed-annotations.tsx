import type { Tag } from '@/lib/core/api/groups';
import type { ReleaseDiff } from '@/lib/core/api/releases';

interface Props extends Pick<ReleaseDiff, 'annotations'> {
  /** Slug. */
  group: string;
  tags: readonly Tag[];
}

/** The first annotations that are not the same, with what became of each. */
export function ChangedAnnotations({ group, annotations, tags: all }: Props) {
  const named = (slugs: readonly string[]) =>
    slugs.map((slug) => all.find((tag) => tag.slug === slug)?.name ?? slug).join(', ') || 'no tag';
  return (
    <ol className="grid gap-3">
      {annotations.map(({ id, changes, text, essay, person, quote, comment, tags, tagsBefore, answers }) => (
        <li key={id} className="wrap-anywhere rounded-md border border-rule bg-raised p-3 text-sm">
          <p className="mb-1 flex flex-wrap gap-x-3 text-ink-3">
            <span className="font-medium text-ink">{changes.join(', ')}</span>
            <span dir="auto">{text}</span>
            <span>{person}</span>
          </p>
          <blockquote dir="auto" className="line-clamp-3 font-read text-base">
            {changes.includes('removed') ? (
              quote
            ) : (
              <a href={`/g/${group}/${essay}#a-${id}`} className="underline decoration-rule-strong">
                {quote}
              </a>
            )}
          </blockquote>
          {comment && (
            <p dir="auto" className="mt-1 line-clamp-2 text-ink-2">
              {comment}
            </p>
          )}
          {answers.map((answer) => (
            <p key={`${answer.person} ${answer.words}`} className="mt-1 line-clamp-2 ps-3 text-ink-2">
              {answer.person} answered: <bdi>{answer.words}</bdi>
            </p>
          ))}
          <p className="mt-1 text-ink-3">
            {tagsBefore && (
              <>
                <del>{named(tagsBefore)}</del> →{' '}
              </>
            )}
            {named(tags)}
          </p>
        </li>
      ))}
    </ol>
  );
}
