import type { RoundAgreement } from '@/lib/core/api/annotation-rounds';
import type { Tag } from '@/lib/core/api/groups';
import { grouped } from '@/lib/core/crux/grouped';

interface Props {
  /** Of the essay. */
  path: string;
  moves: RoundAgreement['moves'];
  tags: readonly Tag[];
}

/** What each person changed since the reveal. */
export function WhoMoved({ path, moves, tags }: Props) {
  if (moves.length === 0) return <p className="text-ink-2">Nobody has changed a mark since the reveal.</p>;
  const named = (slugs: readonly string[] = []) =>
    slugs.map((slug) => tags.find((tag) => tag.slug === slug)?.name ?? slug).join(', ');
  return (
    <ul className="grid gap-5">
      {[...grouped(moves, ({ person }) => person.id).values()].map((own) => (
        <li key={own[0]?.person.id} className="grid gap-2">
          <h3 className="font-medium font-ui text-base">
            <bdi>{own[0]?.person.name}</bdi>
          </h3>
          <ul className="grid gap-2">
            {own.map(({ kind, annotation, before, after, quote }) => (
              <li
                key={`${annotation} ${before?.start} ${quote}`}
                className="border-rule border-s-2 ps-3 text-sm"
              >
                <span className="font-medium">
                  {kind === 'added' && `Added ${named(after?.tags)}`}
                  {kind === 'removed' && `Removed ${named(before?.tags)}`}
                  {kind === 'retagged' && `${named(before?.tags)} → ${named(after?.tags)}`}
                  {kind === 'respanned' && `Other words for ${named(after?.tags)}`}
                </span>
                <span
                  className="wrap-anywhere mt-0.5 line-clamp-3 block font-read text-base text-ink-2"
                  dir="auto"
                >
                  {annotation ? (
                    <a href={`${path}#a-${annotation}`} className="underline decoration-rule-strong">
                      {quote}
                    </a>
                  ) : (
                    quote
                  )}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
