import { type Matching, matchings } from '@/lib/core/adjudication/against-layer';
import { whyWords } from '@/lib/core/agreement/agreement-words';
import type { Adjudicated } from '@/lib/core/api/agreement';
import type { Tag } from '@/lib/core/api/groups';
import { ChoiceLinks } from './choice-links';
import { MeasureName } from './measure-name';
import { MeasureCell, MeasureTable } from './measure-table';
import { counted } from './measures';

const measures = [
  {
    key: 'exact' as const,
    short: 'F1 exact',
    gloss: 'same passages',
    name: 'F1 of spans, exact',
    asks: 'How many marks begin and end at the same words as what was decided?',
    reads: 'From 0, none, to 1, all.',
  },
  {
    key: 'overlap' as const,
    short: 'F1 overlap',
    gloss: 'touching',
    name: 'F1 of spans, overlapping',
    asks: 'How many marks share at least a word with what was decided?',
    reads: 'From 0, none, to 1, all.',
  },
  {
    key: 'kappa' as const,
    short: 'κ',
    gloss: 'same words',
    name: 'Cohen’s κ on tokens',
    asks: 'Do the marks cover the same words as what was decided? Words under undecided passages alone do not count.',
    reads: '1: always. 0: no more often than by chance. Below 0: less often than that.',
  },
] as const;

interface Props {
  adjudicated: Adjudicated;
  /** That the figures are by; undefined: all of them. */
  tag: Tag | undefined;
  hrefOf: (match: Matching) => string;
}

const matchingNames: Record<Matching, string> = { tags: 'With the same tag', bounds: 'Boundaries only' };

/** How far each annotator is from what was decided. */
export function AgainstDecided({ adjudicated, tag, hrefOf }: Props) {
  const { match, decided, cases, people } = adjudicated;
  const isEarly = people.some(({ kappa }) => kappa.because === 'few-decided');
  const shown = measures.filter(({ key }) => !(isEarly && key === 'kappa'));
  const head = shown.map((one) => ({
    key: one.key,
    head: <MeasureName id={`decided-${one.key}`} measure={one} />,
  }));
  return (
    <>
      <p className="max-w-prose text-ink-2">
        {decided} of {counted(cases, 'passage is', 'passages are')} decided, with{' '}
        {counted(people[0]?.decided ?? 0, 'mark', 'marks')} in the adjudicated layer.
        {decided < cases && ' The others are not counted here.'} {meaning(tag, match)}
        {isEarly && ` κ is undefined because ${whyWords['few-decided']}.`}
      </p>
      {!tag && (
        <ChoiceLinks
          label="What matches"
          choices={matchings.map((one) => ({
            key: one,
            name: matchingNames[one],
            href: hrefOf(one),
            isCurrent: one === match,
          }))}
        />
      )}
      <MeasureTable
        label="Figures against what was decided"
        rows="Annotator"
        columns={[{ key: 'passages', head: 'Marks' }, ...head]}
      >
        {people.map(({ person, passages, ...row }) => (
          <tr key={person.id} className="border-rule border-b last:border-b-0">
            <th scope="row" className="px-2 py-3 text-start sm:px-3 font-normal">
              <bdi>{person.name}</bdi>
            </th>
            <td className="px-2 py-3 text-end sm:px-3">{passages}</td>
            {shown.map(({ key }) => (
              <MeasureCell key={key} measure={row[key]} />
            ))}
          </tr>
        ))}
      </MeasureTable>
    </>
  );
}

function meaning(tag: Tag | undefined, match: Matching): string {
  if (tag) return `Only ${tag.name} counts, as in the pairs above.`;
  return match === 'tags'
    ? 'A mark with the wrong tag does not match, and one with two tags counts once for each.'
    : 'A mark matches by its boundaries, whatever its tag.';
}
