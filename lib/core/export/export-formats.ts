import type { ExportFormat } from './export-format';
import { jsonl } from './jsonl';

/** Every format by its name in URLs and on the command line, in the order in which they are offered. */
export const exportFormats = { jsonl } satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;

export const exportFormatNames = Object.keys(exportFormats) as [ExportFormatName, ...ExportFormatName[]];
