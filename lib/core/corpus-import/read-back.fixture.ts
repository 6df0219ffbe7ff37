import type { CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import type { ExportFormat } from '@/lib/core/export/export-format';
import { corpusHead, writtenFiles } from '@/lib/core/export/written-files.fixture';
import type { CorpusSource, SourceHead } from './corpus-source';
import type { BadRow } from './import-report';

export interface ReadBack {
  head: SourceHead | null;
  records: CorpusRecord[];
  bad: BadRow[];
  /** What the file is instead. */
  alien?: string;
}

export const bytesOf = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);

/** What a source makes of a file. */
export function readBack(source: CorpusSource, content: string): ReadBack {
  const read: ReadBack = { head: null, records: [], bad: [] };
  for (const piece of source.read(bytesOf(content))) {
    if ('head' in piece) read.head = piece.head;
    else if ('bad' in piece) read.bad.push(piece.bad);
    else if ('alien' in piece) read.alien = piece.alien;
    else read.records.push(piece.record);
  }
  return read;
}

/** The one file that a format writes of records. */
export function written(format: ExportFormat, records: readonly CorpusRecord[]): string {
  const sum = (of: (record: CorpusRecord) => number) => records.reduce((n, record) => n + of(record), 0);
  const count = (kind: CorpusRecord['kind']) => records.filter((record) => record.kind === kind).length;
  const head: CorpusHead = {
    ...corpusHead,
    counts: {
      documents: count('document'),
      annotations: count('annotation'),
      cards: count('card'),
      replies: sum((one) => (one.kind === 'annotation' ? one.replies.length : 0)),
      relations: sum((one) => (one.kind === 'card' ? one.relations.length : 0)),
      positions: sum((one) => (one.kind === 'card' ? one.positions.length : 0)),
      beliefs: sum((one) => (one.kind === 'card' ? one.beliefs.length : 0)),
      checks: sum((one) => (one.kind === 'coverage' ? one.checks.length : 0)),
    },
  };
  return [...writtenFiles(format, records, head).values()][0] ?? '';
}
