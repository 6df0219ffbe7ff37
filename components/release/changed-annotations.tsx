import type { Tag } from '@/lib/core/api/groups';
import type { ReleaseDiff } from '@/lib/core/api/releases';

interface Props extends Pick<ReleaseDiff, 'annotations'> {
  /** Slug. */
  group: string;
  /** Ids of the essays on its list: what stands in another has no page to show it. */
  essays: readonly string[];
  tags: readonly Tag[];
}

/** The first annotations that are not the same, with what became of each. */
export function ChangedAnnotations({ annotations, ...context }: Props) {
  return (
    <ol className="grid gap-3">
      {annotations.map((one) => (
        <li key={one.id} className="wrap-anywhere rounded-md border border-rule bg-raised p-3 text-sm">
          <ChangedAnnotation {...context} one={one} />
        </li>
      ))}
    </ol>
  );
}

interface OneProps extends Omit<Props, 'annotations'> {
  one: ReleaseDiff['annotations'][number];
}

function ChangedAnnotation({ group, essays, tags: all, one }: OneProps) {
  const path = essays.includes(one.essayId) ? `/g/${group}/${one.essayId}` : null;
  const named = (slugs: readonly string[]) =>
    slugs.map((slug) => all.find((tag) => tag.slug === slug)?.name ?? slug).join(', ') || 'no tag';
  return (
    <>
      <p className="mb-1 flex flex-wrap gap-x-3 text-ink-3">
        <span className="font-medium text-ink">{one.changes.join(', ')}</span>
        <span dir="auto">{one.text}</span>
        <span>{one.person}</span>
      </p>
      {one.quoteBefore !== null && (
        <p dir="auto" className="line-clamp-3 font-read text-base text-ink-3">
          <del>{one.quoteBefore}</del>
        </p>
      )}
      <blockquote dir="auto" className="line-clamp-3 font-read text-base">
        {path === null || one.changes.includes('removed') ? (
          one.quote
        ) : (
          <a href={`${path}#a-${one.id}`} className="underline decoration-rule-strong">
            {one.quote}
          </a>
        )}
      </blockquote>
      {one.commentBefore && one.commentBefore !== one.comment && (
        <p dir="auto" className="mt-1 line-clamp-2 text-ink-3">
          <del>{one.commentBefore}</del>
        </p>
      )}
      {one.comment && (
        <p dir="auto" className="mt-1 line-clamp-2 text-ink-2">
          {one.comment}
        </p>
      )}
      {one.answers.map(({ id, person, words }) => (
        <p key={id} className="mt-1 line-clamp-2 ps-3 text-ink-2">
          {path === null ? `${person} answered` : <a href={`${path}#r-${id}`}>{person} answered</a>}:{' '}
          <bdi>{words}</bdi>
        </p>
      ))}
      {one.moreAnswers > 0 && (
        <p className="mt-1 ps-3 text-ink-3">
          And {one.moreAnswers} more {one.moreAnswers === 1 ? 'answer' : 'answers'}
        </p>
      )}
      <p className="mt-1 text-ink-3">
        {one.tagsBefore && (
          <>
            <del>{named(one.tagsBefore)}</del> →{' '}
          </>
        )}
        {named(one.tags)}
      </p>
    </>
  );
}
