import { argdown } from '@/lib/core/export/crux-graph/argdown';
import { csvTable } from '@/lib/core/export/csv/csv-table';
import type { ExportFormat } from '@/lib/core/export/export-format';
import { html } from '@/lib/core/export/html/html';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { jsonld } from '@/lib/core/export/jsonld/jsonld';
import { parquet } from '@/lib/core/export/parquet/parquet';

const both = 'start, end: unicode_code_point; start_utf16, end_utf16: utf16_code_unit';

interface BundledFormat {
  /** Of its folder. */
  name: string;
  format: ExportFormat;
  /** What offsets in it count; null where it has none. */
  offsets: string | null;
}

/** One that loses nothing, one to link, two for tables, one to read, one to draw. */
export const bundledFormats: readonly BundledFormat[] = [
  { name: 'jsonl', format: jsonl, offsets: both },
  { name: 'jsonld', format: jsonld, offsets: 'unicode_code_point' },
  { name: 'csv', format: csvTable, offsets: both },
  { name: 'parquet', format: parquet, offsets: both },
  { name: 'html', format: html, offsets: null },
  { name: 'argdown', format: argdown, offsets: null },
];

/** Of a file by its path. */
export function fileKind(file: string): { mediaType: string; offsets: string | null } {
  const bundled = bundledFormats.find(({ name }) => file.startsWith(`${name}/`));
  if (bundled) return { mediaType: bundled.format.mediaType, offsets: bundled.offsets };
  return { mediaType: file.endsWith('.md') ? 'text/markdown' : 'application/json', offsets: null };
}
