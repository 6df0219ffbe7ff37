import type { EssayAgreement } from '@/lib/core/api/agreement';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import { counted } from './measures';

interface Props extends Pick<EssayAgreement, 'annotators' | 'notCounted'> {
  /** Whose readers count alone. */
  round: AnnotationRound | null;
}

/** Who counts as an annotator here, and who does not. */
export function WhoCounts({ annotators: { people, silent }, notCounted, round }: Props) {
  const all = people.length + silent;
  return (
    <details className="max-w-prose text-sm">
      <summary className="min-h-9 w-fit rounded-md py-2 text-ink-2 hover:text-ink pointer-coarse:min-h-11 pointer-coarse:py-3">
        Who counts: {counted(all, 'person', 'people')}
        {notCounted > 0 && `. Not counted: ${notCounted}`}
      </summary>
      <div className="mt-1 grid gap-2 text-ink-2">
        {people.length > 0 && (
          <p className="wrap-anywhere">
            {round ? 'Took part: ' : 'Marked something: '}
            {people.map(({ id, name }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <bdi>{name}</bdi>
              </span>
            ))}
            .
          </p>
        )}
        {silent > 0 && (
          <p>
            Looked and found nothing: {counted(silent, 'person', 'people')}. They checked every section for a
            tag or were done with a blind reading, and count as a “no” to the tags they looked for.
          </p>
        )}
        {notCounted > 0 && (
          <p>
            {round
              ? `Not counted: ${counted(notCounted, 'person', 'people')} who neither marked anything in it nor said that they were done.`
              : `Not counted: ${counted(notCounted, 'member', 'members')} who opened the text and did not say that they looked through all of it. What they would have marked is not known.`}
          </p>
        )}
      </div>
    </details>
  );
}
