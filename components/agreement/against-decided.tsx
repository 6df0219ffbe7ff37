import { ScrollBox } from '@/components/ui/scroll-box';
import { shortNumber, whyWords } from '@/lib/core/agreement/agreement-words';
import type { Measure } from '@/lib/core/agreement/measure';
import type { Adjudicated } from '@/lib/core/api/agreement';
import type { Tag } from '@/lib/core/api/groups';

const measures = [
  ['exact', 'F1 exact', 'F1 of spans from and to the same tokens as in the adjudicated layer'],
  ['overlap', 'F1 overlap', 'F1 of spans that share a token with the adjudicated layer'],
  ['kappa', 'κ', 'Cohen’s κ on tokens'],
] as const;

/** How far each annotator is from what was decided. */
export function AgainstDecided({ adjudicated, tag }: { adjudicated: Adjudicated; tag: Tag | undefined }) {
  const { decided, cases, people } = adjudicated;
  return (
    <>
      <p className="max-w-prose text-ink-2">
        {decided} of {cases} passages are decided; the others count nowhere here. By{' '}
        {tag ? tag.name : 'any tag'}, as the pairs above.
      </p>
      <ScrollBox
        label="Against what was decided"
        className="sideways rounded-lg border border-rule bg-raised"
      >
        <table className="w-full text-sm tabular-nums">
          <thead>
            <tr className="border-rule border-b align-bottom">
              <th scope="col" className="p-3 text-start font-medium">
                Annotator
              </th>
              <th scope="col" className="p-3 text-end font-medium">
                Passages
              </th>
              {measures.map(([key, short, name]) => (
                <th key={key} scope="col" className="whitespace-nowrap p-3 text-end font-medium">
                  <abbr title={name} className="no-underline">
                    {short}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ person, passages, ...row }) => (
              <tr key={person.id} className="border-rule border-b last:border-b-0">
                <th scope="row" className="p-3 text-start font-normal">
                  <bdi>{person.name}</bdi>
                </th>
                <td className="p-3 text-end">{passages}</td>
                {measures.map(([key]) => (
                  <td key={key} className="p-3 text-end">
                    <Value measure={row[key]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

const Value = ({ measure }: { measure: Measure }) =>
  measure.value === null ? (
    <span className="text-ink-3 text-xs">undefined because {whyWords[measure.because]}</span>
  ) : (
    shortNumber(measure.value)
  );
