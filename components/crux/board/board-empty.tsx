import type { Route } from 'next';
import Link from 'next/link';
import type { Tag } from '@/lib/core/api/groups';
import type { CruxSuggestion } from '@/lib/core/crux/crux-suggestion';
import { BoardNewCard } from './board-new-card';

interface Props {
  group: { slug: string; tags: readonly Tag[] };
  suggestions: readonly CruxSuggestion[];
  mayPropose: boolean;
}

/** What a board without cards says, and where to find the first. */
export function BoardEmpty({ group, suggestions, mayPropose }: Props) {
  return (
    <div className="grid max-w-3xl gap-6 py-4">
      <p className="font-read text-xl leading-relaxed">
        No cruxes yet — a crux is a claim that, if you changed your mind on it, would change your conclusion.
      </p>
      {mayPropose && (
        <div>
          <BoardNewCard group={group} />
        </div>
      )}
      {suggestions.length > 0 && (
        <section aria-labelledby="suggestions" className="grid gap-3">
          <h2 id="suggestions" className="text-lg">
            Passages that somebody called a crux
          </h2>
          <ul className="grid gap-3">
            {suggestions.map((suggestion) => (
              <Suggestion
                key={suggestion.annotation}
                group={group}
                suggestion={suggestion}
                mayPropose={mayPropose}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** UTF-16 code units. */
const longest = 280;

function Suggestion({
  group,
  suggestion: { annotation, essay, exact, author, replies },
  mayPropose,
}: Pick<Props, 'group' | 'mayPropose'> & { suggestion: CruxSuggestion }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-rule bg-raised p-4">
      <div className="min-w-0 flex-1 basis-64">
        <blockquote className="wrap-anywhere line-clamp-4 font-read" dir="auto">
          {exact}
        </blockquote>
        <p className="mt-1 text-ink-3 text-sm">
          <bdi>{author}</bdi> in{' '}
          <Link
            href={`/g/${group.slug}/${essay.slug}#a-${annotation}` as Route}
            prefetch={false}
            className="underline"
          >
            {essay.title}
          </Link>
          {' · '}
          {replies} {replies === 1 ? 'reply' : 'replies'}
        </p>
      </div>
      {mayPropose && (
        <BoardNewCard group={group} begin={{ statement: exact.slice(0, longest), annotation }}>
          Make a card
        </BoardNewCard>
      )}
    </li>
  );
}
