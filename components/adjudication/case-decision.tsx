import { TagChip } from '@/components/annotation/tag-chip';
import { TimeAgo } from '@/components/annotation/time-ago';
import { Button } from '@/components/ui/button';
import { quoteOf } from '@/lib/core/adjudication/case-context';
import type { AdjudicationCase, EssayAdjudication } from '@/lib/core/api/adjudication';
import type { Tag } from '@/lib/core/api/groups';
import { decidedWords } from './verdict-words';

interface Props {
  adjudication: EssayAdjudication;
  one: AdjudicationCase;
  tags: readonly Tag[];
  /** Null for who only looks. */
  onTakeBack: (() => void) | null;
  onKeep: (() => void) | null;
}

/** What holds of a case, and why. */
export function CaseDecision({
  adjudication,
  one: { decision, status, candidates },
  tags,
  onTakeBack,
  onKeep,
}: Props) {
  if (!decision) return null;
  const { verdict, by, created, reason, marks } = decision;
  return (
    <section
      aria-label="Decision"
      className="grid gap-3 rounded-lg border border-accent/40 bg-accent-soft p-4"
    >
      <p className="wrap-anywhere text-sm [&>time]:text-ink-2">
        <bdi className="font-medium">{by.name}</bdi> {decidedWords[verdict]}. <TimeAgo at={created} />
      </p>
      {status === 'changed' && (
        <p className="font-medium text-sm">
          {candidates.length === 0
            ? 'Its marks are gone. It holds until somebody takes it back.'
            : 'It was made about other marks: some were added, removed or changed. It holds until somebody decides again.'}
        </p>
      )}
      {marks.map((mark) => (
        <p key={mark.id} className="grid gap-1">
          <span className="flex flex-wrap gap-1.5">
            {tags
              .filter(({ slug }) => mark.tags.includes(slug))
              .map((tag) => (
                <TagChip key={tag.slug} tag={tag} />
              ))}
          </span>
          <span
            lang={adjudication.essay.language}
            dir="auto"
            className="wrap-anywhere font-read leading-snug"
          >
            {quoteOf(adjudication.blocks, mark, 220)}
          </span>
        </p>
      ))}
      {reason && (
        <p className="wrap-anywhere whitespace-pre-line text-ink-2 text-sm" dir="auto">
          {reason}
        </p>
      )}
      {(onTakeBack || onKeep) && (
        <p className="flex flex-wrap gap-2">
          {onTakeBack && (
            <Button look="outline" size="sm" onClick={onTakeBack}>
              Take back
            </Button>
          )}
          {onKeep && (
            <Button look="outline" size="sm" onClick={onKeep}>
              Keep as an example…
            </Button>
          )}
        </p>
      )}
    </section>
  );
}
