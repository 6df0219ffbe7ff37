import type { CsvRow } from '@/lib/core/corpus-import/csv-rows';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { isoTime } from '@/lib/core/corpus-import/iso-time';
import { plainHighlight } from './plain-highlight';

/** A highlight of a Readwise file: what Cruxbook has a place for. */
export interface Highlight {
  row: number;
  quote: string;
  /** Of what it was made in; Readwise calls everything a book. */
  title: string;
  url: string | null;
  note: string;
  tags: readonly string[];
  created: string;
}

/** Columns by what they are called, in any case; "URL" is no column of Readwise's own, but tools that write its files add it. */
export type Columns = ReadonlyMap<string, number>;

export const columnsOf = ({ cells }: CsvRow): Columns =>
  new Map(cells.map((name, i) => [name.trim().toLowerCase(), i]));

/** One row as a highlight, or why it is none. */
export function highlightOf({ cells, row }: CsvRow, columns: Columns): Highlight | { bad: BadRow } {
  const cell = (...names: string[]) =>
    names.map((name) => cells[columns.get(name) ?? -1]?.trim() ?? '').find((value) => value !== '') ?? '';
  const quote = plainHighlight(cell('highlight'));
  const title = cell('book title');
  const bad = (reason: string) => ({ bad: { row, what: `highlight in ${title || 'nothing'}`, reason } });
  const created = isoTime(cell('highlighted at'));
  if (quote === '') return bad('It has no words.');
  if (title === '') return bad('It does not say which text it stands in.');
  if (created === null) return bad('It does not say when it was made.');
  return {
    row,
    quote,
    title,
    url: cell('source url', 'url') || null,
    created,
    note: cell('note'),
    tags: [...new Set(cell('tags').split(','))].map((tag) => tag.trim()).filter((tag) => tag !== ''),
  };
}
