import type { APIRequestContext } from '@playwright/test';
import type { ExportFormatName } from '@/lib/core/export/export-formats';
import { JsonlLine } from '@/lib/core/export/jsonl/jsonl-line';
import { expect } from './fixtures';
import { zipFiles } from './zip-files';

type Line<Kind> = Extract<JsonlLine, { kind: Kind }>;
export type GroupLine = Line<'group'>;
export type DocumentLine = Line<'document'>;
type Files = Map<string, Buffer>;

/** The exports of a group, and what is in it by its JSON Lines, with which every other format is compared. */
export interface Corpus {
  slug: string;
  head: GroupLine;
  documents: readonly DocumentLine[];
  /** The files of a format by name. It is asked for twice: the same data are the same bytes. */
  files: (format: ExportFormatName) => Promise<Files>;
}

/** `isMember`: of whoever asks for what is private to them, too. */
export async function corpusOf(
  requests: APIRequestContext,
  slug: string,
  isMember: boolean,
): Promise<Corpus> {
  const taken = new Map<string, Files>();
  const query = isMember ? 'visibility=all&format=' : 'format=';
  const files = async (format: ExportFormatName): Promise<Files> => {
    const found = taken.get(format) ?? (await filesOf(requests, slug, `${query}${format}`));
    taken.set(format, found);
    return found;
  };
  const [text = ''] = (await files('jsonl')).values();
  const [head, ...documents] = text
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JsonlLine.parse(JSON.parse(line)));
  return { slug, head: head as GroupLine, documents: documents as DocumentLine[], files };
}

async function filesOf(requests: APIRequestContext, slug: string, query: string): Promise<Files> {
  const take = async () => {
    const response = await requests.get(`/api/v1/groups/${slug}/export?${query}`);
    expect(response.status(), `${query} of ${slug}`).toBe(200);
    return { bytes: await response.body(), headers: response.headers() };
  };
  const { bytes, headers } = await take();
  expect((await take()).bytes.equals(bytes), `${query} of ${slug} is the same bytes again`).toBe(true);
  if (headers['content-type'] === 'application/zip') return zipFiles(bytes);
  const name = /filename="([^"]+)"/.exec(headers['content-disposition'] ?? '')?.[1];
  return new Map([[name ?? query, bytes]]);
}

/** What stands in a text: marks that people made, and those that decisions left. */
export const marksOf = ({ spans, adjudications = [] }: DocumentLine) => [
  ...spans,
  ...adjudications.flatMap((decision) => decision.spans),
];

export const sumOf = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((sum, item) => sum + count(item), 0);

/** All words of a text that somebody marked, each once. */
export const markedIn = ({ text, spans }: DocumentLine): string =>
  Array.from(text)
    .filter((_, at) => spans.some(({ start, end }) => start <= at && at < end))
    .join('');
