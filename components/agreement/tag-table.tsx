import { TagChip } from '@/components/annotation/tag-chip';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { Figure, TagFigures } from '@/lib/core/agreement/agreement-figures';
import { isThin, shortNumber, whyWords } from '@/lib/core/agreement/agreement-words';
import type { WhyUndefined } from '@/lib/core/agreement/measure';
import type { Tag } from '@/lib/core/api/groups';
import { counted, measures } from './measures';

interface Props {
  figures: readonly TagFigures[];
  tags: readonly Tag[];
}

/** Every tag by every measure, with what each stands on. */
export function TagTable({ figures, tags }: Props) {
  // A measure that has no value anywhere for a reason of its own is told once, below.
  const shown = measures.filter(({ key }) => figures.some((row) => !ownReasons.has(row[key].because)));
  return (
    <>
      <ScrollBox label="Measures by tag" className="sideways rounded-lg border border-rule bg-raised">
        <table className="w-full text-sm tabular-nums">
          <thead>
            <tr className="border-rule border-b align-bottom">
              <th scope="col" className="p-3 text-start font-medium">
                Tag
              </th>
              {shown.map(({ key, short, name }) => (
                <th key={key} scope="col" className="whitespace-nowrap p-3 text-end font-medium">
                  <abbr title={name} className="no-underline">
                    {short}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((row) => (
              <tr key={row.tag} className="border-rule border-b align-top last:border-b-0">
                <th scope="row" className="p-3 text-start font-normal">
                  <TagName tag={tags.find(({ slug }) => slug === row.tag)} />
                  <span className="mt-1 block whitespace-nowrap text-ink-3 text-xs">
                    {counted(row.passages, 'passage', 'passages')} <br className="sm:hidden" />
                    by {counted(row.markers, 'person', 'people')}
                    {row.passages > 0 && isThin(row.markers, row.passages) && ': few'}
                  </span>
                </th>
                <Cells row={row} shown={shown} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Left figures={figures} shown={shown} />
    </>
  );
}

/** Why a measure may be undefined where others are not. */
const ownReasons = new Set<WhyUndefined | null>(['not-two-annotators', 'uneven-annotators']);

function Left({ figures, shown }: { figures: readonly TagFigures[]; shown: typeof measures }) {
  const left = measures.filter((one) => !shown.includes(one));
  const reasons = left.flatMap(({ key, name }) => {
    const because = figures[0]?.[key].because;
    return because ? [`${name} is undefined because ${whyWords[because]}.`] : [];
  });
  return reasons.length > 0 && <p className="max-w-prose text-ink-3 text-sm">{reasons.join(' ')}</p>;
}

export function TagName({ tag }: { tag: Tag | undefined }) {
  return tag ? <TagChip tag={tag} /> : <span className="font-medium">Any tag</span>;
}

function Cells({ row, shown }: { row: TagFigures; shown: typeof measures }) {
  const reasons = new Set(shown.map(({ key }) => row[key].because));
  const [reason] = reasons;
  if (reasons.size === 1 && reason)
    return (
      <td colSpan={shown.length} className="p-3 text-ink-2">
        Undefined because {whyWords[reason]}.
      </td>
    );
  return shown.map(({ key }) => (
    <td key={key} className="p-3 text-end">
      <FigureCell figure={row[key]} />
    </td>
  ));
}

const units = {
  tokens: ['token', 'tokens'],
  pairs: ['pair', 'pairs'],
  passages: ['passage', 'passages'],
} as const;

function FigureCell({ figure: { value, because, n, unit } }: { figure: Figure }) {
  const [one, many] = units[unit];
  if (value === null)
    return (
      <span className="inline-block min-w-28 text-ink-3 text-xs">undefined because {whyWords[because]}</span>
    );
  return (
    <>
      <span className="font-medium text-base">{shortNumber(value)}</span>
      <span className="block whitespace-nowrap text-ink-3 text-xs">{counted(n, one, many)}</span>
    </>
  );
}
