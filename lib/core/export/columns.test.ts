import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { csvTable } from './csv/csv-table';
import { parquetColumns } from './parquet/parquet-columns';
import { writtenFiles } from './written-files.fixture';

const rows = [
  ...readFileSync('docs/export.md', 'utf8').matchAll(
    /^\| .+ \| (`\w+`|–) \| (`\w+`|–) \| ([a-z, ]+|–) \|$/gm,
  ),
].map(([, csv = '', parquet = '', tables = '']) => ({ csv, parquet, tables }));
const bare = (cell: string) => cell.replaceAll('`', '');

test('docs/export.md says what every column of CSV is', () => {
  const [file = ''] = writtenFiles(csvTable, []).values();
  const told = rows.flatMap(({ csv }) => (csv === '–' ? [] : bare(csv)));
  expect(told.sort()).toEqual(file.trim().split(',').sort());
});

test('docs/export.md says what every column of every table of Parquet is', () => {
  const told = rows.flatMap(({ parquet, tables }) =>
    parquet === '–' ? [] : tables.split(', ').map((table) => `${table}.${bare(parquet)}`),
  );
  const columns = Object.entries(parquetColumns).flatMap(([table, of]) =>
    Object.keys(of).map((column) => `${table}.${column}`),
  );
  expect(told.sort()).toEqual(columns.sort());
});
