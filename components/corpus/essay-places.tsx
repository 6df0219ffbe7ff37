import type { Route } from 'next';
import Link from 'next/link';
import type { ListedEssay } from '@/lib/core/api/essays';

interface Props {
  group: string;
  essay: Pick<ListedEssay, 'slug' | 'title' | 'language' | 'annotations' | 'words'>;
  /** Another essay has its title. */
  isRepeated: boolean;
  /** Blind readings of it, and how many of them go on. */
  rounds: { all: number; open: number };
}

/** What there is of the corpus about one essay. */
export function EssayPlaces({ group, essay, isRepeated, rounds }: Props) {
  const path = `/g/${group}/${essay.slug}`;
  const places = [
    ['annotations', `${essay.annotations} ${essay.annotations === 1 ? 'annotation' : 'annotations'}`],
    ['agreement', 'Agreement'],
    ['rounds', `Blind readings${readings(rounds)}`],
    ['adjudicate', 'Decisions'],
  ] as const;
  return (
    <li className="px-5 pt-4 pb-3">
      <h3 className="font-medium text-base leading-snug" lang={essay.language} dir="auto">
        {essay.title}
        {isRepeated && (
          <span className="ms-2 font-normal font-ui text-ink-3 text-sm">
            {essay.words.toLocaleString('en')} words
          </span>
        )}
      </h3>
      <ul className="mt-0.5 flex flex-wrap gap-x-6 text-sm">
        {places.map(([place, words]) => (
          <li key={place}>
            <Link
              href={`${path}/${place}` as Route}
              prefetch={false}
              className="inline-flex min-h-9 items-center text-ink-2 tabular-nums underline hover:text-ink pointer-coarse:min-h-11"
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}

function readings({ all, open }: Props['rounds']): string {
  if (open > 0) return `: ${open} under way`;
  return all > 0 ? `: ${all}` : '';
}
