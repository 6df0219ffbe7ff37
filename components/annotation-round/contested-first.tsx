import type { RoundAgreement } from '@/lib/core/api/annotation-rounds';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  /** Of the essay. */
  path: string;
  agreement: RoundAgreement;
  tags: readonly Tag[];
  /** The text that was read is the one that the essay shows. */
  isNewest: boolean;
}

/** What to talk about: sentences that some marked and others did not, the most contested first. */
export function ContestedFirst({ path, agreement: { contested, annotators }, tags, isNewest }: Props) {
  if (annotators.length < 2)
    return (
      <p className="text-ink-2">
        {annotators.length === 1 ? 'Only one person' : 'Nobody'} marked something or was done, so there is
        nothing to compare.
      </p>
    );
  if (contested.length === 0) return <p className="text-ink-2">All marked the same sentences.</p>;
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-ink-2 text-sm">
        As it was at the reveal. What was deleted or is agreed on since says so.
      </p>
      <ol className="grid gap-4">
        {contested.slice(0, 50).map(({ start, end, text, tags: marked }) => (
          <li key={start} className="grid gap-1 border-rule border-s-2 ps-3">
            <p className="wrap-anywhere font-read text-base" dir="auto">
              {isNewest ? (
                <a href={`${path}#at-${start}-${end}`} className="underline decoration-rule-strong">
                  {text}
                </a>
              ) : (
                text
              )}
            </p>
            {marked.map(({ tag, people, annotators: all, marks, agreed }) => (
              <p key={tag} className="text-ink-2 text-sm">
                {tags.find(({ slug }) => slug === tag)?.name ?? tag}: {people} of {all}
                {'\u00a0· '}
                {marks.map(({ annotation, creator }, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: those that are gone have no other name, and nothing moves
                  <span key={i}>
                    {i > 0 && ', '}
                    {annotation ? (
                      <a href={`${path}#a-${annotation}`} className="underline">
                        <bdi>{creator.name}</bdi>
                      </a>
                    ) : (
                      <>
                        <bdi>{creator.name}</bdi> (deleted since)
                      </>
                    )}
                  </span>
                ))}
                {agreed && `${'\u00a0'}· agreed on by now`}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}
