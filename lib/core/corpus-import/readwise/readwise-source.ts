import { slugOf } from '@/lib/core/api/slug';
import type { CorpusAnnotation, CorpusDocument, CorpusTag } from '@/lib/core/corpus/corpus';
import { comparableTitle } from '@/lib/core/corpus-import/comparable-title';
import type { CorpusSource, SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import { csvRows } from '@/lib/core/corpus-import/csv-rows';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { decoded } from '@/lib/core/corpus-import/lines-of';
import { whatItIs } from '@/lib/core/corpus-import/what-it-is';
import { byId, grouped } from '@/lib/core/crux/grouped';
import { columnsOf, type Highlight, highlightOf } from './readwise-row';

/**
 * The CSV file that Readwise exports: one's own highlights, in texts that it names by their titles. It has no positions, so
 * a highlight stands where its words stand once.
 */
export const readwiseSource: CorpusSource = {
  title: 'Readwise CSV',
  extensions: ['.csv'],
  rows: 'line',
  brings: 'Your own highlights, notes and dates, and of their tags those that the group has.',
  hasTexts: false,
  expects: 'Readwise’s has Highlight, Book Title and Highlighted at.',
  sign: /^\ufeff?(?=[^\n]*Book Title)[^\n]*Highlight/i,
  read: (content) => readwisePieces(decoded(content)),
};

/** Whose highlights they are: a file has no name for them. */
const importer = 'importer';

function* readwisePieces(content: string): Generator<SourcePiece> {
  const found = highlightsIn(content);
  if ('alien' in found) return yield found;
  const { highlights, bad } = found;
  yield {
    head: { source: 'readwise', group: null, tags: tagsOf(highlights), importer, closedVocabulary: true },
  };
  for (const one of bad) yield { bad: one };
  const texts = grouped(highlights, ({ title, url }) => url ?? comparableTitle(title));
  for (const [key, marks] of texts) {
    yield { record: documentOf(key, marks), row: marks[0]!.row };
    for (const mark of marks) yield { record: annotationOf(mark), row: mark.row };
  }
}

function highlightsIn(content: string): { highlights: Highlight[]; bad: BadRow[] } | { alien: string } {
  const [first, ...rows] = csvRows(content);
  const columns = first && columnsOf(first);
  const missing = ['Highlight', 'Book Title', 'Highlighted at'].find(
    (name) => !columns?.has(name.toLowerCase()),
  );
  if (!columns || columns.size === 1) return { alien: whatItIs(content) };
  if (missing !== undefined) return { alien: `${whatItIs(content)} It has no column “${missing}”.` };
  const found = rows.map((row) => highlightOf(row, columns));
  return {
    highlights: found.flatMap((one) => ('bad' in one ? [] : [one])),
    bad: found.flatMap((one) => ('bad' in one ? [one.bad] : [])),
  };
}

function tagsOf(highlights: readonly Highlight[]): CorpusTag[] {
  const names = new Map(highlights.flatMap(({ tags }) => tags.map((name) => [slugOf(name, 'tag'), name])));
  return [...names].map(([slug, name]) => ({
    slug,
    name,
    definition: '',
    slot: 1,
    line: 'solid',
    glyph: '●',
    retired: false,
  }));
}

function documentOf(key: string, marks: readonly Highlight[]): CorpusDocument {
  const { title, url } = marks[0]!;
  return {
    kind: 'document',
    id: key,
    essay: key,
    slug: slugOf(title, 'essay'),
    number: 1,
    title,
    url,
    authors: [],
    licence: null,
    language: 'en',
    text: null,
    structure: null,
    sha256: '',
    annotations: marks.length,
    created: marks.map(({ created }) => created).sort(byId)[0]!,
  };
}

function annotationOf({ quote, title, note, tags, created, url }: Highlight): CorpusAnnotation {
  return {
    // A cut may leave half a character, which could not be stored.
    id: `${created} ${title.slice(0, 100)} ${quote.slice(0, 300)}`.toWellFormed(),
    kind: 'annotation',
    created,
    person: { id: importer, name: 'Importer', pseudonymous: false },
    start: 0,
    end: 0,
    startPoint: 0,
    endPoint: 0,
    quote,
    prefix: '',
    suffix: '',
    tags: [...new Set(tags.map((tag) => slugOf(tag, 'tag')))],
    comment: note === '' ? null : note,
    visibility: 'group',
    held: null,
    resolved: null,
    modified: null,
    reactions: [],
    cards: [],
    replies: [],
    anchor: { state: 'anchored', method: 'quote', confidence: 1 },
    ...(url !== null && { via: [url] }),
  };
}
