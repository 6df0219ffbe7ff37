import type { Route } from 'next';
import Link from 'next/link';
import { Picture } from '@/components/crux/pictures/picture';
import type { TableData } from '@/components/crux/pictures/picture-table';
import { ScrollBox } from '@/components/ui/scroll-box';
import { whyWords } from '@/lib/core/agreement/agreement-words';
import type { Measure } from '@/lib/core/agreement/measure';
import type { Pairs } from '@/lib/core/api/agreement';
import type { Tag } from '@/lib/core/api/groups';
import { counted } from './measures';
import { PairMap } from './pair-map';

interface Props {
  name: string;
  subject: string;
  /** Of the page, to ask for another tag. */
  path: string;
  pairs: Pairs;
  tags: readonly Tag[];
  /** Slug of the tag that the pairs are by; null: whatever tag. */
  tag: string | null;
  viewer: string | null;
}

const link =
  'inline-flex min-h-9 items-center rounded-md border border-rule px-2.5 no-underline hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-medium pointer-coarse:min-h-11';

/** Who agrees with whom, by a tag. */
export function PairsView({ name, subject, path, pairs, tags, tag, viewer }: Props) {
  const { people } = pairs;
  const chosen = tags.find(({ slug }) => slug === tag)?.name ?? 'any tag';
  const drawn = { pairs, viewer };
  return (
    <div className="grid gap-4">
      <nav aria-label="Tag of the pairs">
        <ul className="flex flex-wrap gap-1.5 text-sm">
          {[null, ...tags].map((one) => (
            <li key={one?.slug ?? ''}>
              <Link
                href={`${path}${one ? `?tag=${encodeURIComponent(one.slug)}` : ''}#pairs` as Route}
                prefetch={false}
                scroll={false}
                aria-current={(one?.slug ?? null) === tag ? 'true' : undefined}
                className={link}
              >
                {one ? `${one.glyph} ${one.name}` : 'Any tag'}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {people.length < 2 ? (
        <p className="text-ink-2">
          {people.length === 0 ? 'Nobody has' : 'Only one person has'} marked anything with this, so there is
          no pair.
        </p>
      ) : (
        <Picture
          name={`${name}-pairs${tag ? `-${tag}` : ''}`}
          title={`Who agrees with whom on ${chosen}: ${subject}`}
          reading={
            <>
              Each number is α of two people over the texts both opened: blue agrees, orange differs more than
              chance would. A dot has no number.
              {pairs.more > 0 &&
                ` ${counted(pairs.more, 'more person has', 'more people have')} no room here.`}
            </>
          }
          note={`${counted(people.length, 'person', 'people')}, ${counted(pairs.pairs.filter(({ alpha }) => alpha.value !== null).length, 'pair', 'pairs')}`}
          table={tableOf(pairs)}
        >
          <ScrollBox label="Pairs of people" className="sideways pb-2">
            <PairMap
              {...drawn}
              size={{ label: 150, cell: people.length > 24 ? 22 : 40, row: 30 }}
              className="max-w-none max-sm:hidden"
            />
            <PairMap {...drawn} size={{ label: 84, cell: 34, row: 34 }} className="max-w-none sm:hidden" />
          </ScrollBox>
        </Picture>
      )}
    </div>
  );
}

const number = ({ value }: Measure) => (value === null ? null : Number(value.toFixed(3)));

const tableOf = ({ people, pairs }: Pairs): TableData => ({
  columns: [
    { name: 'One' },
    { name: 'Other' },
    { name: 'α', isNumber: true },
    { name: 'Cohen’s κ', isNumber: true },
    { name: 'F1 exact', isNumber: true },
    { name: 'F1 overlap', isNumber: true },
    { name: 'Tokens', isNumber: true },
    { name: 'Passages', isNumber: true },
    { name: 'Undefined because' },
  ],
  rows: pairs.map(({ one, other, alpha, kappa, exact, overlap, tokens, passages }) => ({
    cells: [
      ...[people[one]?.name ?? null, people[other]?.name ?? null],
      ...[number(alpha), number(kappa), number(exact), number(overlap), tokens, passages],
      alpha.because && whyWords[alpha.because],
    ],
  })),
});
