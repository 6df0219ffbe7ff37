import { stringify } from 'csv-stringify/browser/esm/sync';

export type CsvValue = string | number | null;

/**
 * Rows as CSV (RFC 4180): UTF-8 text with CRLF, null as nothing. A spreadsheet must not run what somebody wrote: text
 * that it would take for a formula gets an apostrophe before it. Source: OWASP, CSV Injection.
 */
export const csv = (rows: readonly (readonly CsvValue[])[]): string =>
  stringify(
    rows.map((row) => row.map(guarded)),
    { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );

/** csv-stringify knows every beginning of a formula but a line feed, which some spreadsheets skip. */
const guarded = (value: CsvValue): CsvValue =>
  typeof value === 'string' && value.startsWith('\n') ? `'${value}` : value;
