import type { ReactNode } from 'react';
import type { TableData } from './picture-table';
import { SavePicture } from './save-picture';
import { TableFold } from './table-fold';

interface Props {
  /** Of its files. */
  name: string;
  /** Of what is shown, for who meets it away from here. */
  title: string;
  /** How to read it, in a sentence or two. */
  reading: ReactNode;
  /** Of how much it was made. */
  note: string;
  table: TableData;
  /** Drawings marked `data-picture`; the first is the one that is saved. */
  children: ReactNode;
}

/** A drawing with what it says in numbers, both to be taken away. */
export function Picture({ name, title, reading, note, table, children }: Props) {
  return (
    <figure key={name} aria-label={title} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <p className="max-w-prose text-ink-2 text-sm">{reading}</p>
      {children}
      <figcaption className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <span className="text-ink-3 text-sm tabular-nums">{note}</span>
        <SavePicture name={name} title={title} note={note} table={table} />
      </figcaption>
      <TableFold label={`${title}, as a table`} table={table} />
    </figure>
  );
}
