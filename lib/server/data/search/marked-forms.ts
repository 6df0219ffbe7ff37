import 'server-only';

/** Signs that no text has: they stand around what the stemmer takes for a form of a word. */
const [BEGIN, END] = ['\u0001', '\u0002'];

/** SQL: a text in which the forms of the words of a tsquery are marked; null without a query. */
export const markedSql = (language: string, text: string, tsquery: string): string =>
  `ts_headline(search_language(${language}), search_plain(${text}), ${tsquery}::tsquery, 'HighlightAll=true, StartSel=${BEGIN}, StopSel=${END}')`;

/** The words that it marked. */
export const marked = (text: string | null): string[] =>
  [...(text ?? '').matchAll(new RegExp(`${BEGIN}([^${BEGIN}${END}]*)${END}`, 'g'))].map(
    ([, form = '']) => form,
  );
