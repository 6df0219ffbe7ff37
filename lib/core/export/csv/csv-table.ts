import { adjudicatedAnnotations } from '@/lib/core/corpus/adjudicated-annotations';
import type { CorpusAnnotation, CorpusDocument, CorpusHead, CorpusReply } from '@/lib/core/corpus/corpus';
import { type CorpusWriter, type ExportFormat, guarded, type Put } from '@/lib/core/export/export-format';
import { corpusFileName } from '@/lib/core/export/file-names';
import { type CsvValue, csv } from './csv';

/**
 * A row for each annotation and each reply, for spreadsheets and data frames. A cell that a spreadsheet would run begins
 * with an apostrophe (csv.ts), so words may have one more character here than in other formats.
 */
export const csvTable: ExportFormat = {
  title: 'CSV',
  madeFor: 'analysis',
  mediaType: 'text/csv',
  extension: 'csv',
  files: 'one',
  keeps:
    'A row for each annotation, reply and mark that was decided on: passage in both units, tags, cards, words, who and when. Comments are Markdown.',
  loses:
    'Texts but for their titles, the words around a passage, the vocabulary, reactions, coverage and who resolved a thread; where an annotation was imported from, and how surely it is anchored; of decisions all but the marks left standing, with reasons; of cards all but their ids, so also what they state and how passages bear on them. An apostrophe stands before what a spreadsheet would run.',
  withoutText: 'quotations',
  tells: guarded,
  lacks: ['documents', 'cards', 'relations', 'positions', 'beliefs', 'checks', 'adjudications'],
  partly: [],
  writer: csvWriter,
};

const columns = [
  'id',
  'kind',
  'parent_id',
  'document_id',
  'document_title',
  'annotator',
  'annotator_id',
  'label',
  'tags',
  'card_id',
  'start',
  'end',
  'start_utf16',
  'end_utf16',
  'quote',
  'comment',
  'visibility',
  'held',
  'resolved',
  'created',
  'modified',
];

/** Rows made into text at once: one at a time takes several times as long. */
const rowsAtOnce = 200;

function csvWriter(head: CorpusHead, put: Put): CorpusWriter {
  const file = `${corpusFileName(head)}.csv`;
  let rows: CsvValue[][] = [columns];
  let document: CorpusDocument | null = null;
  const settle = () => {
    if (rows.length > 0) put(file, csv(rows));
    rows = [];
  };
  return {
    write(record) {
      if (record.kind === 'document') document = record;
      if (document && record.kind === 'adjudication')
        for (const mark of adjudicatedAnnotations(record))
          rows.push(annotationRow(mark, document, 'adjudicated'));
      if (record.kind !== 'annotation' || !document) return;
      rows.push(annotationRow(record, document, 'annotation'));
      for (const reply of record.replies) rows.push(replyRow(reply, record, document));
      if (rows.length >= rowsAtOnce) settle();
    },
    end: settle,
  };
}

/** Offsets without a unit in their name count Unicode code points. */
const annotationRow = (
  annotation: CorpusAnnotation,
  { id, title }: CorpusDocument,
  kind: 'annotation' | 'adjudicated',
): CsvValue[] => [
  annotation.id,
  kind,
  null,
  id,
  title,
  annotation.person.name,
  annotation.person.id,
  annotation.tags[0] ?? null,
  annotation.tags.join(' '),
  annotation.cards.map((card) => card.id).join(' '),
  annotation.startPoint,
  annotation.endPoint,
  annotation.start,
  annotation.end,
  annotation.quote,
  annotation.comment,
  annotation.visibility,
  annotation.held,
  annotation.resolved?.at ?? null,
  annotation.created,
  annotation.modified,
];

const replyRow = (
  reply: CorpusReply,
  annotation: CorpusAnnotation,
  { id, title }: CorpusDocument,
): CsvValue[] => [
  reply.id,
  'reply',
  reply.parent ?? annotation.id,
  id,
  title,
  reply.words?.person.name ?? null,
  reply.words?.person.id ?? null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  reply.words?.comment ?? null,
  annotation.visibility,
  reply.held,
  null,
  reply.created,
  reply.words?.modified ?? null,
];
