import { MeasureName } from '@/components/agreement/measure-name';
import { measures } from '@/components/agreement/measures';
import { TagName } from '@/components/agreement/tag-table';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { Figure, TagFigures } from '@/lib/core/agreement/agreement-figures';
import { shortNumber, whyWordsOf } from '@/lib/core/agreement/agreement-words';
import type { RoundAgreement } from '@/lib/core/api/annotation-rounds';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  agreement: RoundAgreement;
  tags: readonly Tag[];
}

const shown = ['alpha', 'unitAlpha', 'overlap'] as const;

/** Agreement by tag, as it was when the round was revealed and as it is now, side by side. */
export function BeforeAfter({ agreement: { before, after }, tags }: Props) {
  const reasons = [...new Set([...before.tags, ...after.tags].flatMap(reasonsOf))];
  return (
    <div className="grid gap-3">
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
                    <Value
                      key={`${key} before`}
                      figure={row[key]}
                      tag={row.tag}
                      reasons={reasons}
                      className="p-3 text-end text-ink-2"
                    />,
                    now && (
                      <Value
                        key={`${key} after`}
                        figure={now[key]}
                        tag={row.tag}
                        reasons={reasons}
                        className="p-3 text-end font-medium"
                      />
                    ),
                  ])}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      {reasons.length > 0 && (
        <ol className="grid max-w-prose list-decimal gap-1 ps-5 text-ink-2 text-sm">
          {reasons.map((reason, i) => (
            <li key={reason} id={noteId(i)}>
              Undefined because {reason}.
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** Why there is no number, of all that are shown of a tag. */
const reasonsOf = (row: TagFigures): string[] => shown.flatMap((key) => reasonOf(row[key], row.tag) ?? []);

const reasonOf = ({ because }: Figure, tag: string | null): string | null =>
  because && whyWordsOf(because, tag);

const noteId = (at: number) => `round-why-${at + 1}`;

interface ValueProps {
  figure: Figure;
  tag: string | null;
  /** Those that stand below. */
  reasons: readonly string[];
  className: string;
}

function Value({ figure, tag, reasons, className }: ValueProps) {
  const reason = reasonOf(figure, tag);
  if (figure.value !== null || reason === null)
    return <td className={className}>{figure.value !== null && shortNumber(figure.value)}</td>;
  const at = reasons.indexOf(reason);
  return (
    <td className={className} aria-describedby={noteId(at)}>
      <span className="whitespace-nowrap font-normal text-ink-3">
        undefined <sup>{at + 1}</sup>
      </span>
    </td>
  );
}
