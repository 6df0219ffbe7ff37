import { TagChip } from '@/components/annotation/tag-chip';
import { quoteOf } from '@/lib/core/adjudication/case-context';
import type { AdjudicationCase, EssayAdjudication } from '@/lib/core/api/adjudication';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  adjudication: EssayAdjudication;
  one: AdjudicationCase;
  tags: readonly Tag[];
  /** Places of those that are chosen; null for who only looks. */
  chosen: readonly number[] | null;
  /** By their ids: names, or letters in place of them. */
  nameOf: (person: string) => string;
  onToggle: (n: number) => void;
}

/** The readings that people gave, side by side, and who read the passage and marked nothing of it. */
export function CaseCandidates({ adjudication, one, tags, chosen, nameOf, onToggle }: Props) {
  const { candidates, silent, silentReaders } = one;
  const names = [
    ...silent.map(nameOf).sort(),
    ...(silentReaders > 0 ? [otherReaders(silentReaders, silent.length)] : []),
  ];
  return (
    <div className="grid gap-3">
      <ul aria-label="Readings" className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]">
        {candidates.map((candidate, n) => (
          <li
            key={`${candidate.start} ${candidate.end} ${candidate.tags.join()}`}
            className="relative grid content-start gap-2 rounded-lg border border-rule bg-paper p-4 has-checked:border-accent has-checked:bg-accent-soft has-checked:outline-1 has-checked:outline-accent"
          >
            <p className="flex flex-wrap items-center gap-1.5">
              {tags
                .filter(({ slug }) => candidate.tags.includes(slug))
                .map((tag) => (
                  <TagChip key={tag.slug} tag={tag} />
                ))}
              {chosen && (
                <span className="ms-auto flex items-center gap-2">
                  {n < 9 && <kbd className="text-ink-3 text-xs pointer-coarse:hidden">{n + 1}</kbd>}
                  <input
                    type="checkbox"
                    checked={chosen.includes(n)}
                    onChange={() => onToggle(n)}
                    aria-label={`Choose reading ${n + 1}`}
                    className="size-4 after:absolute after:inset-0 pointer-coarse:size-6"
                  />
                </span>
              )}
            </p>
            <p
              lang={adjudication.essay.language}
              dir="auto"
              className="wrap-anywhere font-read text-ink-2 leading-snug"
            >
              {quoteOf(adjudication.blocks, candidate, 220)}
            </p>
            <ul className="grid gap-1 text-sm">
              {byPerson(candidate.marks).map(({ creator, comments }) => (
                <li key={creator} className="wrap-anywhere">
                  <bdi className="font-medium">{nameOf(creator)}</bdi>
                  {comments.map((comment) => (
                    <q key={comment} dir="auto" className="line-clamp-4 whitespace-pre-line text-ink-2">
                      {comment}
                    </q>
                  ))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {names.length > 0 && (
        <p className="wrap-anywhere text-ink-2 text-sm">
          <span className="font-medium text-ink">Read it and did not mark it:</span>{' '}
          <bdi>{names.join(', ')}</bdi>
        </p>
      )}
    </div>
  );
}

const otherReaders = (count: number, named: number): string =>
  named === 0 ? `${count} ${count === 1 ? 'person' : 'people'}` : `and ${count} more`;

type Marks = AdjudicationCase['candidates'][number]['marks'];

/** Each person once, with the words of all their marks. */
function byPerson(marks: Marks): { creator: string; comments: string[] }[] {
  const found = new Map<string, string[]>();
  for (const { creator, comment } of marks)
    found.set(creator, [...(found.get(creator) ?? []), ...(comment ? [comment] : [])]);
  return [...found].map(([creator, comments]) => ({ creator, comments: [...new Set(comments)] }));
}
