import { type Matching, matchings } from '@/lib/core/adjudication/against-layer';
import { whyWords } from '@/lib/core/agreement/agreement-words';
import type { Adjudicated } from '@/lib/core/api/agreement';
import type { Tag } from '@/lib/core/api/groups';
import { ChoiceLinks } from './choice-links';
import { MeasureCell, MeasureName, MeasureTable } from './measure-table';
import { counted } from './measures';

const measures = [
  ['exact', 'F1 exact', 'F1 of spans from and to the same tokens as in the adjudicated layer'],
  ['overlap', 'F1 overlap', 'F1 of spans that share a token with the adjudicated layer'],
  ['kappa', 'κ', 'Cohen’s κ on tokens, without those that only undecided passages cover'],
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
  const shown = measures.filter(([key]) => !(isEarly && key === 'kappa'));
  const head = shown.map(([key, short, name]) => ({ key, head: <MeasureName short={short} name={name} /> }));
  return (
    <>
      <p className="max-w-prose text-ink-2">
        {decided} of {counted(cases, 'passage is', 'passages are')} decided, with{' '}
        {counted(people[0]?.decided ?? 0, 'mark', 'marks')} in the adjudicated layer. The others are not
        counted here. {meaning(tag, match)}
        {isEarly && ` κ is undefined because ${whyWords['few-decided']}.`}
      </p>
      {!tag && (
        <ChoiceLinks
          label="What matches"
          choices={matchings.map((one) => ({
            ...{ key: one, name: matchingNames[one], href: hrefOf(one), isCurrent: one === match },
          }))}
        />
      )}
      <MeasureTable
        label="Against what was decided"
        rows="Annotator"
        columns={[{ key: 'passages', head: 'Marks' }, ...head]}
      >
        {people.map(({ person, passages, ...row }) => (
          <tr key={person.id} className="border-rule border-b last:border-b-0">
            <th scope="row" className="px-2 py-3 text-start sm:px-3 font-normal">
              <bdi>{person.name}</bdi>
            </th>
            <td className="px-2 py-3 text-end sm:px-3">{passages}</td>
            {shown.map(([key]) => (
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
