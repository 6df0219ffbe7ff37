import type { ReactNode } from 'react';
import { ScrollBox } from '@/components/ui/scroll-box';
import { shortNumber, whyWordsOf } from '@/lib/core/agreement/agreement-words';
import type { Measure } from '@/lib/core/agreement/measure';

interface Props {
  label: string;
  /** What a row is. */
  rows: string;
  columns: readonly { key: string; head: ReactNode }[];
  children: ReactNode;
}

/** A table of figures that scrolls sideways where it is too wide. */
export function MeasureTable({ label, rows, columns, children }: Props) {
  return (
    <ScrollBox label={label} className="sideways rounded-lg border border-rule bg-raised">
      <table className="w-full text-sm [&_td]:tabular-nums">
        <thead>
          <tr className="border-rule border-b align-bottom">
            <th scope="col" className="px-2 py-3 text-start sm:px-3 font-medium">
              {rows}
            </th>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col" className="whitespace-nowrap px-2 py-3 text-end font-medium sm:px-3">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollBox>
  );
}

interface CellProps {
  measure: Measure;
  /** It is of this one; null: of any. */
  tag?: string | null;
  children?: ReactNode;
}

/** The figure with what it stands on, or why there is none. */
export function MeasureCell({ measure, tag = null, children }: CellProps) {
  return (
    <td className="px-2 py-3 text-end sm:px-3">
      {measure.value === null ? (
        <span className="inline-block min-w-28 text-ink-3 text-xs">
          undefined because {whyWordsOf(measure.because, tag)}
        </span>
      ) : (
        <>
          <span className="font-medium text-base">{shortNumber(measure.value)}</span>
          {children && <span className="block whitespace-nowrap text-ink-3 text-xs">{children}</span>}
        </>
      )}
    </td>
  );
}
