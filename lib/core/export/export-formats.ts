import { brat } from '@/lib/core/export/brat/brat';
import { bundle } from '@/lib/core/export/bundle/bundle';
import { casJson } from '@/lib/core/export/cas/cas-json';
import { casXmi } from '@/lib/core/export/cas/cas-xmi';
import { conll } from '@/lib/core/export/conll/conll';
import { aif } from '@/lib/core/export/crux-graph/aif';
import { argdown } from '@/lib/core/export/crux-graph/argdown';
import { csvTable } from '@/lib/core/export/csv/csv-table';
import { html } from '@/lib/core/export/html/html';
import { hypothesis } from '@/lib/core/export/hypothesis/hypothesis';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { jsonld } from '@/lib/core/export/jsonld/jsonld';
import { markdown } from '@/lib/core/export/markdown/markdown';
import { parquet } from '@/lib/core/export/parquet/parquet';
import { tei } from '@/lib/core/export/tei/tei';
import type { ExportFormat } from './export-format';

/** Every format by its name in URLs and on the command line, in the order in which commands and documents list them. */
export const exportFormats = {
  jsonld,
  jsonl,
  csv: csvTable,
  markdown,
  html,
  hypothesis,
  brat,
  'cas-xmi': casXmi,
  'cas-json': casJson,
  conll,
  tei,
  parquet,
  aif,
  argdown,
  bundle,
} satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;

export const exportFormatNames = Object.keys(exportFormats) as [ExportFormatName, ...ExportFormatName[]];

/** What a page tells of each: all but how it is written. */
export const offeredFormats = exportFormatNames.map((name) => {
  const { title, madeFor, extension, files, keeps, loses }: ExportFormat = exportFormats[name];
  return { name, title, madeFor, extension, files, keeps, loses };
});
