import { MeasureName } from '@/components/agreement/measure-name';
import { measures } from '@/components/agreement/measures';
import { TagName } from '@/components/agreement/tag-table';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { Figure } from '@/lib/core/agreement/agreement-figures';
import { shortNumber, whyWords } from '@/lib/core/agreement/agreement-words';
import type { RoundAgreement } from '@/lib/core/api/annotation-rounds';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  agreement: RoundAgreement;
  tags: readonly Tag[];
}

const shown = ['alpha', 'unitAlpha', 'overlap'] as const;

/** Agreement by tag, as it was when the round was revealed and as it is now, side by side. */
export function BeforeAfter({ agreement: { before, after }, tags }: Props) {
  return (
    <ScrollBox
      label="Agreement before and after"
      className="sideways rounded-lg border border-rule bg-raised"
    >
      <table className="w-full text-sm tabular-nums">
        <thead>
          <tr className="border-rule border-b align-bottom">
            <th scope="col" rowSpan={2} className="p-3 text-start font-medium">
              Tag
            </th>
            <th scope="colgroup" colSpan={2} className="px-3 pt-3 text-end font-medium">
              Passages
            </th>
            {shown.map((key) => (
              <th key={key} scope="colgroup" colSpan={2} className="px-3 pt-3 text-end font-medium">
                <MeasureName id={`round-${key}`} measure={measures.find((one) => one.key === key)!} />
              </th>
            ))}
          </tr>
          <tr className="border-rule border-b text-ink-3 text-xs">
            {['passages', ...shown].flatMap((key) => [
              <th key={`${key} before`} scope="col" className="px-3 pb-2 text-end font-normal">
                before
              </th>,
              <th key={`${key} after`} scope="col" className="px-3 pb-2 text-end font-normal">
                now
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {before.tags.map((row, i) => {
            const now = after.tags[i];
            return (
              <tr key={row.tag} className="border-rule border-b align-top last:border-b-0">
                <th scope="row" className="p-3 text-start font-normal">
                  <TagName tag={tags.find(({ slug }) => slug === row.tag)} />
                </th>
                <td className="p-3 text-end text-ink-2">{row.passages}</td>
                <td className="p-3 text-end font-medium">{now?.passages}</td>
                {shown.flatMap((key) => [
                  <td key={`${key} before`} className="p-3 text-end text-ink-2">
                    <Value figure={row[key]} />
                  </td>,
                  <td key={`${key} after`} className="p-3 text-end font-medium">
                    {now && <Value figure={now[key]} />}
                  </td>,
                ])}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Value({ figure: { value, because } }: { figure: Figure }) {
  if (value !== null) return shortNumber(value);
  return (
    <abbr title={`Undefined because ${whyWords[because]}`} className="font-normal text-ink-3 no-underline">
      undefined
    </abbr>
  );
}
