import { slugOf } from '@/lib/core/api/slug';
import type { CorpusAnnotation, CorpusDocument } from '@/lib/core/corpus/corpus';
import type { CorpusSource, SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import { csvRows } from '@/lib/core/corpus-import/csv-rows';
import { isoTime } from '@/lib/core/corpus-import/iso-time';
import { grouped } from '@/lib/core/crux/grouped';

/** Readwise’s export of all highlights. It names no reader and no place in a text: passages are found by their words. */
export const readwiseSource: CorpusSource = {
  title: 'Readwise CSV',
  extensions: ['.csv'],
  rows: 'line',
  brings: 'One reader’s highlights with notes, tags and dates. Essays are found by their titles.',
  hasTexts: false,
  read: readwisePieces,
};

interface Highlight {
  row: number;
  title: string;
  quote: string;
  note: string;
  tags: string;
  created: string;
}

const needed = ['Highlight', 'Book Title', 'Highlighted at'] as const;

function* readwisePieces(content: string): Generator<SourcePiece> {
  yield { head: { source: 'readwise', group: null, tags: [] } };
  const rows = csvRows(content);
  const header = rows.next().value?.cells ?? [];
  const missing = needed.find((name) => !header.includes(name));
  if (missing) return yield { bad: { row: 1, what: 'file', reason: `It has no column “${missing}”.` } };
  const highlights: Highlight[] = [];
  for (const { cells, row } of rows) {
    const at = (name: string) => cells[header.indexOf(name)]?.trim() ?? '';
    const created = isoTime(at('Highlighted at'));
    const bad = (reason: string) => ({ bad: { row, what: 'highlight', reason } });
    if (at('Highlight') === '') yield bad('It has no words.');
    else if (created === null) yield bad('“Highlighted at” is not a time.');
    else {
      const said = { quote: at('Highlight'), note: at('Note'), tags: at('Tags') };
      highlights.push({ row, title: at('Book Title'), ...said, created });
    }
  }
  for (const [title, marks] of grouped(highlights, (one) => one.title)) {
    yield { record: documentOf(title, marks), row: marks[0]!.row };
    for (const mark of marks) yield { record: annotationOf(mark), row: mark.row };
  }
}

const documentOf = (title: string, marks: readonly Highlight[]): CorpusDocument => ({
  ...{
    kind: 'document',
    id: title.slice(0, 400),
    essay: title,
    slug: slugOf(title, 'essay'),
    number: 1,
    title,
  },
  ...{ authors: [], url: null, licence: null, language: 'en', text: null, structure: null, sha256: '' },
  ...{ created: marks[0]!.created, annotations: marks.length },
});

function annotationOf({ title, quote, note, tags, created }: Highlight): CorpusAnnotation {
  const names = tags.split(',').map((tag) => tag.trim());
  return {
    ...{ kind: 'annotation', id: [title.slice(0, 150), created, quote.slice(0, 300)].join('\n'), created },
    person: { id: 'reader', name: 'Readwise reader', pseudonymous: false },
    ...{ start: 0, end: 0, startPoint: 0, endPoint: 0, quote, prefix: '', suffix: '' },
    tags: [...new Set(names.filter(Boolean).map((name) => slugOf(name, 'tag')))],
    ...{ comment: note || null, visibility: 'group', held: null, resolved: null, modified: null },
    ...{ reactions: [], cards: [], replies: [] },
    anchor: { state: 'anchored', method: 'quote', confidence: 1 },
  };
}
