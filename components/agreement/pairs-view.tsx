import { Picture } from '@/components/crux/pictures/picture';
import type { TableData } from '@/components/crux/pictures/picture-table';
import { ScrollBox } from '@/components/ui/scroll-box';
import { whyWords } from '@/lib/core/agreement/agreement-words';
import type { Measure } from '@/lib/core/agreement/measure';
import type { Pairs } from '@/lib/core/api/agreement';
import type { Tag } from '@/lib/core/api/groups';
import { ChoiceLinks } from './choice-links';
import { counted } from './measures';
import { PairMap } from './pair-map';

interface Props {
  name: string;
  subject: string;
  /** Of the page by another tag. */
  hrefOf: (tag: string | null) => string;
  pairs: Pairs;
  tags: readonly Tag[];
  /** Slug of the tag that the pairs are by; null: whatever tag. */
  tag: string | null;
  viewer: string | null;
}

/** Who agrees with whom, by a tag. */
export function PairsView({ name, subject, hrefOf, pairs, tags, tag, viewer }: Props) {
  const { people } = pairs;
  const chosen = tags.find(({ slug }) => slug === tag)?.name ?? 'any tag';
  const drawn = { pairs, viewer };
  return (
    <div className="grid gap-4">
      <ChoiceLinks
        label="Tag of the pairs"
        choices={[null, ...tags].map((one) => ({
          key: one?.slug ?? '',
          name: one ? `${one.glyph} ${one.name}` : 'Any tag',
          href: `${hrefOf(one?.slug ?? null)}#pairs`,
          isCurrent: (one?.slug ?? null) === tag,
        }))}
      />
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
              Each number is α of two people over the texts both annotated: blue agrees, orange differs more
              than chance would. A dot has no number.
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
      people[one]?.name ?? null,
      people[other]?.name ?? null,
      number(alpha),
      number(kappa),
      number(exact),
      number(overlap),
      tokens,
      passages,
      alpha.because && whyWords[alpha.because],
    ],
  })),
});
