import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ScrollBox } from '@/components/ui/scroll-box';
import { whatThereIs } from '@/lib/core/corpus/counted-words';
import type { ImportReport } from '@/lib/core/corpus-import/import-report';

interface Props {
  report: ImportReport;
  /** Slug. */
  group: string;
  /** What rows of the file are. */
  rows: 'line' | 'item';
  /** What to do about it: before the rows, which may be many. */
  children: ReactNode;
}

/** What a file brings, what is there already, and what does not come. */
export function ReportView({ report, group, rows, children }: Props) {
  const { dryRun, created, matched, alike, orphaned, bad, essays } = report;
  return (
    <div className="grid min-w-0 gap-6">
      <dl className="grid gap-3 text-sm">
        <Fact name={dryRun ? 'New' : 'Imported'}>{whatThereIs(created) || 'Nothing'}</Fact>
        <Fact name="There already">{whatThereIs(matched) || 'Nothing'}</Fact>
        {alike > 0 && <Fact name="Looks the same">{alikeWords(report)}</Fact>}
        {orphaned.total > 0 && (
          <Fact name="Passage not found">{`${orphaned.total.toLocaleString('en')} left out`}</Fact>
        )}
        {bad.total > 0 && <Fact name="Cannot be used">{`${bad.total.toLocaleString('en')} left out`}</Fact>}
      </dl>
      {essays.length > 0 && (
        <ul className="grid gap-1 text-sm">
          {essays.map(({ slug, title, isNew, annotations }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: new ones have no name of their own, and none changes places
            <li key={i} className="wrap-anywhere">
              {slug === null ? (
                <span dir="auto">{title}</span>
              ) : (
                <Link href={`/g/${group}/${slug}` as Route} prefetch={false} dir="auto" className="underline">
                  {title}
                </Link>
              )}{' '}
              <span className="text-ink-3">
                {annotations.toLocaleString('en')} {annotations === 1 ? 'annotation' : 'annotations'}
                {isNew && (dryRun ? ', a new essay' : ', new')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!dryRun && created.people > 0 && (
        <p className="text-ink-2 text-sm">
          Members find themselves among the{' '}
          <Link href={`/g/${group}/members#imported` as Route} prefetch={false} className="underline">
            imported people
          </Link>
          .
        </p>
      )}
      {children}
      <Rows
        title="Passage not found"
        hint="These annotations are left out: the group does not have their text, or the text does not have their passage, or has it more than once."
        total={orphaned.total}
        head={[rows, 'Text', 'Passage', 'Why']}
        rows={orphaned.rows.map(({ row, nth, text, quote, reason }) => [
          nth === undefined ? `${row}` : `${row}, annotation ${nth}`,
          text,
          quote,
          reason,
        ])}
      />
      <Rows
        title="Cannot be used"
        hint="These are left out. What does not depend on them is imported."
        total={bad.total}
        head={[rows, 'What', 'Why']}
        rows={bad.rows.map(({ row, what, reason }) => [`${row}`, what, reason])}
      />
    </div>
  );
}

function alikeWords({ dryRun, alike }: ImportReport): string {
  const one = alike === 1;
  const these = one ? '1 new annotation says' : `${alike.toLocaleString('en')} new annotations say`;
  return `${these} the same on the same passage, under the same name, as ${one ? 'one' : 'some'} of another time${
    dryRun ? `. Imported, ${one ? 'it stands' : 'they stand'} there twice.` : ' that was there.'
  }`;
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{name}</dt>
      <dd className="font-medium tabular-nums">{children}</dd>
    </div>
  );
}

interface RowsProps {
  title: string;
  hint: string;
  total: number;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

function Rows({ title, hint, total, head, rows }: RowsProps) {
  if (total === 0) return null;
  return (
    <section className="grid min-w-0 gap-2">
      <h3 className="text-base">{title}</h3>
      <p className="text-ink-2 text-sm">
        {hint}
        {total > rows.length && ` The first ${rows.length} of ${total.toLocaleString('en')}:`}
      </p>
      <ScrollBox label={title} className="max-h-80 overflow-auto rounded-md border border-rule">
        <table className="w-full text-start text-sm">
          <thead className="sticky top-0 bg-surface text-ink-2">
            <tr>
              {head.map((name) => (
                <th key={name} scope="col" className="px-2 py-2 text-start font-medium capitalize sm:px-3">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and never change places
              <tr key={i} className="border-rule border-t align-top">
                {cells.map((cell, column) => (
                  <td
                    key={head[column]}
                    dir="auto"
                    className={`px-2 py-2 sm:px-3 ${widths(column, cells.length)}`}
                  >
                    {column === cells.length - 1 ? cell : <span className="line-clamp-4">{cell}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

/** The last one says why, and is read whole. */
function widths(column: number, columns: number): string {
  if (column === 0) return 'tabular-nums';
  return `wrap-anywhere ${column === columns - 1 ? 'min-w-32 sm:min-w-48' : 'min-w-20 sm:min-w-32'}`;
}
