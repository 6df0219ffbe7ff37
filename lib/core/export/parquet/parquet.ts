import type {
  CorpusAdjudication,
  CorpusAnnotation,
  CorpusCard,
  CorpusDocument,
  CorpusHead,
} from '@/lib/core/corpus/corpus';
import type { CorpusPassage } from '@/lib/core/corpus/corpus-range';
import { type CorpusWriter, type ExportFormat, guarded, type Put } from '@/lib/core/export/export-format';
import { parquetColumns } from './parquet-columns';
import { parquetTable } from './parquet-table';

/** Tables for DuckDB, Arrow and data frames, joined by ids. Memory: a group of rows of each. */
export const parquet: ExportFormat = {
  title: 'Parquet',
  madeFor: 'analysis',
  mediaType: 'application/vnd.apache.parquet',
  extension: 'parquet',
  files: 'together',
  keeps:
    'Tables of documents, annotations, replies, decisions and the marks that they leave standing, cards, relations and positions, joined by ids, with passages in both units. Comments and details are Markdown.',
  loses:
    'The formatting of texts, reactions, coverage, names and definitions of tags, and who resolved a thread; where an annotation was imported from, and how surely it is anchored by which method; earlier wordings and merged cards, and conditional beliefs. A text that may not be passed on is a row without its text.',
  withoutText: 'quotations',
  tells: guarded,
  lacks: ['beliefs', 'checks'],
  partly: [],
  writer: parquetWriter,
};

function parquetWriter(_: CorpusHead, put: Put): CorpusWriter {
  const tables = openTables(put);
  let document: CorpusDocument | null = null;
  return {
    write(record) {
      if (record.kind === 'card') addCard(tables, record);
      else if (record.kind === 'document') {
        document = record;
        addDocument(tables, record);
      } else if (record.kind === 'annotation' && document) addAnnotation(tables, record, document);
      else if (record.kind === 'adjudication' && document) addDecision(tables, record, document);
    },
    end() {
      for (const table of Object.values(tables)) table.end();
    },
  };
}

/** A group is written at one go, and others wait for it: 4,096 rows took 140 ms. */
const many = 1024;
/** Of whole texts. */
const few = 16;

function openTables(put: Put) {
  const out = (name: keyof typeof parquetColumns) => (piece: Uint8Array) => put(`${name}.parquet`, piece);
  const { documents, annotations, replies, adjudications, adjudicated, cards, relations, positions } =
    parquetColumns;
  return {
    documents: parquetTable(documents, few, out('documents')),
    annotations: parquetTable(annotations, many, out('annotations')),
    replies: parquetTable(replies, many, out('replies')),
    adjudications: parquetTable(adjudications, many, out('adjudications')),
    adjudicated: parquetTable(adjudicated, many, out('adjudicated')),
    cards: parquetTable(cards, many, out('cards')),
    relations: parquetTable(relations, many, out('relations')),
    positions: parquetTable(positions, many, out('positions')),
  };
}

type Tables = ReturnType<typeof openTables>;

const personOf = (who: { id: string; name: string } | null | undefined) => ({
  person: who?.id ?? null,
  person_name: who?.name ?? null,
});

const passageOf = ({ start, end, startPoint, endPoint, quote, prefix, suffix }: CorpusPassage) => ({
  start: startPoint,
  end: endPoint,
  start_utf16: start,
  end_utf16: end,
  quote,
  prefix,
  suffix,
});

function addDocument(
  { documents }: Tables,
  { kind: _, number, sha256, structure: __, annotations: ___, ...rest }: CorpusDocument,
) {
  documents.add({ ...rest, version: number, text_sha256: sha256 });
}

function addAnnotation(
  { annotations, replies }: Tables,
  annotation: CorpusAnnotation,
  { id }: CorpusDocument,
) {
  const { cards, resolved, anchor } = annotation;
  annotations.add({
    ...annotation,
    ...passageOf(annotation),
    ...personOf(annotation.person),
    document: id,
    cards: cards.map((card) => card.id),
    card_roles: cards.map(({ role }) => role),
    resolved: resolved?.at ?? null,
    anchor: anchor.state,
  });
  for (const { words, parent, ...reply } of annotation.replies)
    replies.add({
      id: reply.id,
      created: reply.created,
      annotation: annotation.id,
      parent,
      held: reply.held,
      ...personOf(words?.person),
      comment: words?.comment ?? null,
      modified: words?.modified ?? null,
    });
}

function addDecision(
  { adjudications, adjudicated }: Tables,
  { marks, person, ...decision }: CorpusAdjudication,
  { id: document }: CorpusDocument,
) {
  adjudications.add({ ...decision, ...personOf(person), document });
  for (const mark of marks)
    adjudicated.add({
      id: mark.id,
      adjudication: decision.id,
      document,
      tags: mark.tags,
      ...passageOf(mark),
    });
}

function addCard({ cards, relations, positions }: Tables, card: CorpusCard) {
  cards.add({
    ...card,
    ...personOf(card.person),
    resolves_by: card.resolvesBy,
    resolution_source: card.resolutionSource,
  });
  for (const relation of card.relations)
    relations.add({
      ...relation,
      ...personOf(relation.person),
      from: card.id,
      to_relation: relation.toRelation,
    });
  for (const position of card.positions)
    positions.add({
      ...position,
      ...personOf(position.person),
      card: card.id,
      would_change_mind: position.wouldChangeMind,
    });
}
