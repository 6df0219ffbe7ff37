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

const times = [
  { time: 'before', title: 'before', look: 'p-3 text-end text-ink-2' },
  { time: 'after', title: 'now', look: 'p-3 text-end font-medium' },
] as const;

/** Agreement by tag, as it was when the round was revealed and as it is now, side by side: both have the same tags. */
export function BeforeAfter({ agreement, tags }: Props) {
  const reasons = [...new Set(times.flatMap(({ time }) => agreement[time].tags.flatMap(reasonsOf)))];
  return (
    <div className="grid gap-3">
      <ScrollBox
        label="Figures before and after"
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
              {['passages', ...shown].flatMap((key) =>
                times.map(({ time, title }) => (
                  <th key={`${key} ${time}`} scope="col" className="px-3 pb-2 text-end font-normal">
                    {title}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {agreement.before.tags.map(({ tag }, i) => (
              <tr key={tag} className="border-rule border-b align-top last:border-b-0">
                <th scope="row" className="p-3 text-start font-normal">
                  <TagName tag={tags.find(({ slug }) => slug === tag)} />
                </th>
                {times.map(({ time, look }) => (
                  <td key={time} className={look}>
                    {agreement[time].tags[i]!.passages}
                  </td>
                ))}
                {shown.flatMap((key) =>
                  times.map(({ time, look }) => (
                    <Value
                      key={`${key} ${time}`}
                      figure={agreement[time].tags[i]![key]}
                      tag={tag}
                      reasons={reasons}
                      className={look}
                    />
                  )),
                )}
              </tr>
            ))}
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
