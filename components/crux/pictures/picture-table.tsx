'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useState } from 'react';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { CsvValue } from '@/lib/core/export/csv/csv';

/** What a picture shows, in words and numbers. The first column names the row. */
export interface TableData {
  columns: readonly { name: string; isNumber?: boolean }[];
  rows: readonly { cells: readonly CsvValue[]; href?: string }[];
}

interface Order {
  column: number;
  direction: 'ascending' | 'descending';
}

const frame = 'max-h-[32rem] overflow-auto rounded-lg border border-rule';

/** The same as the picture for those who see none, in any order. */
export function PictureTable({ label, table: { columns, rows } }: { label: string; table: TableData }) {
  const [order, setOrder] = useState<Order | null>(null);
  const sorted = order ? [...rows].sort((a, b) => compare(a.cells, b.cells, order)) : rows;
  const next = (column: number): Order => ({
    column,
    direction: order?.column === column && order.direction === 'descending' ? 'ascending' : 'descending',
  });
  return (
    <ScrollBox label={label} className={frame}>
      <table className="w-full text-sm tabular-nums">
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            {columns.map(({ name, isNumber = false }, column) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
                key={column}
                scope="col"
                aria-sort={order?.column === column ? order.direction : undefined}
                className={`px-3 font-medium ${isNumber ? 'text-end' : 'text-start'}`}
              >
                <button
                  type="button"
                  onClick={() => setOrder(next(column))}
                  className="inline-flex min-h-11 min-w-11 items-center gap-1 whitespace-nowrap hover:underline"
                  dir="auto"
                >
                  {name}
                  <span aria-hidden="true" className={order?.column === column ? 'text-accent' : 'invisible'}>
                    {order?.direction === 'ascending' ? '↑' : '↓'}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <TableRow key={`${row.href} ${row.cells.join()}`} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function TableRow({ row, columns }: { row: TableData['rows'][number]; columns: TableData['columns'] }) {
  const [name, ...cells] = row.cells;
  return (
    <tr className="border-rule border-t align-top">
      <th scope="row" className="wrap-anywhere min-w-52 px-3 py-2 text-start font-normal" dir="auto">
        {row.href ? (
          <Link href={row.href as Route} prefetch={false} className="no-underline hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      {cells.map((cell, column) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is what stands in its column
          key={column}
          className={`px-3 py-2 ${columns[column + 1]?.isNumber ? 'text-end' : ''}`}
        >
          {cell ?? <span className="text-ink-3">–</span>}
        </td>
      ))}
    </tr>
  );
}

const collator = new Intl.Collator('en', { numeric: true });

/** What is not known stands last, whatever the direction. */
function compare(a: readonly CsvValue[], b: readonly CsvValue[], { column, direction }: Order): number {
  const [left = null, right = null] = [a[column], b[column]];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const sign = direction === 'ascending' ? 1 : -1;
  return typeof left === 'number' && typeof right === 'number'
    ? sign * (left - right)
    : sign * collator.compare(String(left), String(right));
}
