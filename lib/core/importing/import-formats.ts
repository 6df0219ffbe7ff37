import type { ReadSource } from './essay-source';
import { readHtml } from './import-html';
import { readMarkdown } from './import-markdown';
import { readText } from './import-text';

/** Every format that can be imported, by the name that the API knows it by. */
export const importFormats = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
} satisfies Record<string, ReadSource>;

export type ImportFormat = keyof typeof importFormats;
