import { TagChip } from '@/components/annotation/tag-chip';
import type { TagFigures } from '@/lib/core/agreement/agreement-figures';
import { isThin, whyWords, whyWordsOf } from '@/lib/core/agreement/agreement-words';
import type { WhyUndefined } from '@/lib/core/agreement/measure';
import type { Tag } from '@/lib/core/api/groups';
import { MeasureName } from './measure-name';
import { MeasureCell, MeasureTable } from './measure-table';
import { counted, measures } from './measures';

/** As a release has it, too, which may not say how many judged by the tag. */
type Row = Omit<TagFigures, 'annotators'>;

interface Props {
  figures: readonly Row[];
  tags: readonly Tag[];
}

/** Every tag by every measure, with what each stands on. */
export function TagTable({ figures, tags }: Props) {
  // A measure that has no value anywhere for a reason of its own is told once, below.
  const shown = measures.filter(({ key }) => figures.some((row) => !ownReasons.has(row[key].because)));
  return (
    <>
      <MeasureTable
        label="Measures by tag"
        rows="Tag"
        columns={shown.map((one) => ({
          key: one.key,
          head: <MeasureName id={`measure-${one.key}`} measure={one} />,
        }))}
      >
        {figures.map((row) => (
          <tr key={row.tag} className="border-rule border-b align-top last:border-b-0">
            <th scope="row" className="px-2 py-3 text-start sm:px-3 font-normal">
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
      </MeasureTable>
      <Left figures={figures} shown={shown} />
    </>
  );
}

/** Why a measure may be undefined where others are not. */
const ownReasons = new Set<WhyUndefined | null>(['not-two-annotators', 'uneven-annotators']);

function Left({ figures, shown }: { figures: readonly Row[]; shown: typeof measures }) {
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

function Cells({ row, shown }: { row: Row; shown: typeof measures }) {
  const reasons = new Set(shown.map(({ key }) => row[key].because));
  const [reason] = reasons;
  if (reasons.size === 1 && reason)
    return (
      <td colSpan={shown.length} className="p-3 text-ink-2">
        Undefined because {whyWordsOf(reason, row.tag)}.
      </td>
    );
  return shown.map(({ key }) => {
    const { n, unit } = row[key];
    const [one, many] = units[unit];
    return (
      <MeasureCell key={key} measure={row[key]} tag={row.tag}>
        {counted(n, one, many)}
      </MeasureCell>
    );
  });
}

const units = {
  tokens: ['token', 'tokens'],
  pairs: ['pair', 'pairs'],
  passages: ['passage', 'passages'],
} as const;
