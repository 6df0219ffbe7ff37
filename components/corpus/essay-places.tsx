import type { Route } from 'next';
import Link from 'next/link';
import type { ListedEssay } from '@/lib/core/api/essays';

interface Props {
  group: string;
  essay: Pick<ListedEssay, 'slug' | 'title' | 'language' | 'annotations'>;
  /** Blind readings of it, and how many of them go on. */
  rounds: { all: number; open: number };
  /** The viewer decides about what people marked differently. */
  decides: boolean;
}

/** What there is of the corpus about one essay. */
export function EssayPlaces({ group, essay, rounds, decides }: Props) {
  const path = `/g/${group}/${essay.slug}`;
  const places = [
    ['annotations', `${essay.annotations} ${essay.annotations === 1 ? 'annotation' : 'annotations'}`],
    ['agreement', 'Agreement'],
    ['rounds', `Blind readings${readings(rounds)}`],
    ['adjudicate', decides ? 'Decide on passages' : 'Decisions on passages'],
  ] as const;
  return (
    <li className="px-5 pt-4 pb-3">
      <h4 className="font-medium text-base leading-snug" lang={essay.language} dir="auto">
        {essay.title}
      </h4>
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
