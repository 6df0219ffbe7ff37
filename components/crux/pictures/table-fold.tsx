'use client';

import { useState } from 'react';
import { PictureTable, type TableData } from './picture-table';

/** So many cells weigh on the page before anybody looks at them; more are made when they are asked for. */
const LIGHT = 1500;

/** The table of a picture, folded away below it. */
export function TableFold({ label, table }: { label: string; table: TableData }) {
  const [isOpen, setOpen] = useState(false);
  const isLight = table.rows.length * table.columns.length <= LIGHT;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="min-h-11 w-fit rounded-md px-1 py-2.5 text-ink-2 text-sm hover:text-ink">
        The same as a table
      </summary>
      {(isOpen || isLight) && <PictureTable label={label} table={table} />}
    </details>
  );
}
