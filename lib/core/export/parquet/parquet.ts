import type { CorpusAnnotation, CorpusCard, CorpusDocument, CorpusHead } from '@/lib/core/corpus/corpus';
import type { CorpusWriter, ExportFormat, Put } from '@/lib/core/export/export-format';
import { parquetTable } from './parquet-table';

/** Tables for DuckDB, Arrow and data frames, joined by ids. Memory: a group of rows of each. */
export const parquet: ExportFormat = {
  title: 'Parquet',
  mediaType: 'application/vnd.apache.parquet',
  extension: 'parquet',
  files: 'together',
  keeps:
    'Tables of documents, annotations, replies, cards, relations and positions, joined by ids, with passages in both units.',
  loses:
    'Reactions, coverage, definitions of tags, who resolved a thread, earlier wordings and merged cards, conditional beliefs, and what is held. A text that may not be passed on is a row without its text.',
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
    },
    end() {
      for (const table of Object.values(tables)) table.end();
    },
  };
}

const person = { person: 'text', person_name: 'text' } as const;
const many = 4096;
/** Of whole texts. */
const few = 16;

const documentColumns = {
  id: 'text',
  essay: 'text',
  slug: 'text',
  version: 'whole',
  title: 'text',
  authors: 'texts',
  url: 'text',
  licence: 'text',
  language: 'text',
  text: 'text',
  text_sha256: 'text',
  created: 'time',
} as const;

function openTables(put: Put) {
  const out = (name: string) => (piece: Uint8Array) => put(`${name}.parquet`, piece);
  return {
    documents: parquetTable(documentColumns, few, out('documents')),
    annotations: parquetTable(
      {
        ...{ id: 'text', document: 'text', ...person, start: 'whole', end: 'whole' },
        ...{ start_utf16: 'whole', end_utf16: 'whole', quote: 'text', prefix: 'text', suffix: 'text' },
        ...{ tags: 'texts', comment: 'text', cards: 'texts', card_roles: 'texts', visibility: 'text' },
        ...{ resolved: 'time', created: 'time', modified: 'time', anchor: 'text' },
      },
      many,
      out('annotations'),
    ),
    replies: parquetTable(
      {
        id: 'text',
        annotation: 'text',
        parent: 'text',
        ...person,
        comment: 'text',
        created: 'time',
        modified: 'time',
      },
      many,
      out('replies'),
    ),
    cards: parquetTable(
      {
        ...{ id: 'text', number: 'whole', type: 'text', statement: 'text', details: 'text' },
        ...{
          operationalization: 'text',
          resolves_by: 'text',
          status: 'text',
          resolution_source: 'text',
          root: 'yes',
          version: 'whole',
        },
        ...{ ...person, created: 'time', changed: 'time' },
      },
      many,
      out('cards'),
    ),
    relations: parquetTable(
      {
        ...{ id: 'text', type: 'text', from: 'text', to: 'text', to_relation: 'text', rationale: 'text' },
        ...{ state: 'text', ...person, created: 'time' },
      },
      many,
      out('relations'),
    ),
    positions: parquetTable(
      {
        ...{ id: 'text', card: 'text', ...person, credence: 'whole', reason: 'text' },
        ...{
          would_change_mind: 'text',
          version: 'whole',
          inherited: 'yes',
          created: 'time',
          superseded: 'time',
        },
      },
      many,
      out('positions'),
    ),
  };
}

type Tables = ReturnType<typeof openTables>;

const personOf = (who: { id: string; name: string } | null | undefined) => ({
  ...{ person: who?.id ?? null, person_name: who?.name ?? null },
});

function addDocument(
  { documents }: Tables,
  { kind: _, number, sha256, annotations: __, ...rest }: CorpusDocument,
) {
  documents.add({ ...rest, version: number, text_sha256: sha256 });
}

function addAnnotation(
  { annotations, replies }: Tables,
  annotation: CorpusAnnotation,
  { id }: CorpusDocument,
) {
  const { start, end, startPoint, endPoint, cards, resolved, anchor } = annotation;
  annotations.add({
    ...annotation,
    ...personOf(annotation.person),
    ...{ document: id, start: startPoint, end: endPoint, start_utf16: start, end_utf16: end },
    ...{ cards: cards.map((card) => card.id), card_roles: cards.map(({ role }) => role) },
    ...{ resolved: resolved?.at ?? null, anchor: anchor.state },
  });
  for (const { words, parent, ...reply } of annotation.replies)
    replies.add({
      ...{ id: reply.id, created: reply.created, annotation: annotation.id, parent },
      ...{ ...personOf(words?.person), comment: words?.comment ?? null, modified: words?.modified ?? null },
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
      ...{ from: card.id, to_relation: relation.toRelation },
    });
  for (const position of card.positions)
    positions.add({
      ...position,
      ...personOf(position.person),
      ...{ card: card.id, would_change_mind: position.wouldChangeMind },
    });
}
