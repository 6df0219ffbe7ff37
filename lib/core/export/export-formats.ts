import { aif } from './aif';
import { argdown } from './argdown';
import { brat } from './brat';
import { casJson } from './cas-json';
import { casXmi } from './cas-xmi';
import { conll } from './conll';
import { csvTable } from './csv-table';
import type { ExportFormat } from './export-format';
import { html } from './html';
import { hypothesis } from './hypothesis';
import { jsonl } from './jsonl';
import { jsonld } from './jsonld';
import { markdown } from './markdown';
import { parquet } from './parquet';
import { tei } from './tei';

/** Every format by its name in URLs and on the command line, in the order in which they are offered. */
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
} satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;

export const exportFormatNames = Object.keys(exportFormats) as [ExportFormatName, ...ExportFormatName[]];

/** What a page tells of each: all but how it is written. */
export const offeredFormats = exportFormatNames.map((name) => {
  const { title, extension, files, keeps, loses }: ExportFormat = exportFormats[name];
  return { name, title, extension, files, keeps, loses };
});
