import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { SourceHead } from '@/lib/core/corpus-import/corpus-source';
import type { CorpusSourceName } from '@/lib/core/corpus-import/corpus-source-names';
import { readSource } from '@/lib/core/corpus-import/corpus-sources';
import type { BadRow } from '@/lib/core/corpus-import/import-report';
import { externalName, type Prepared, peopleOf, prepared } from '@/lib/core/corpus-import/prepared';
import { derivedId } from './derived-id';

export interface CorpusFile {
  format: CorpusSourceName;
  content: string;
  /** Id of the group that it is read for. */
  group: string;
}

/** All that a file holds, ready to be laid beside what the group has. */
export interface FoundCorpus {
  head: SourceHead;
  records: Prepared[];
  bad: BadRow[];
  /** By their ids in the source. */
  people: Map<string, { id: string; name: string }>;
}

/** The whole life of this thread; any error ends it and arrives as what it is. */
parentPort?.on('message', (file: CorpusFile) => parentPort?.postMessage(found(file)));

/** Twice over the records: a comment may mention somebody who comes later. */
function found({ format, content, group }: CorpusFile): FoundCorpus {
  const corpus: FoundCorpus = {
    ...{ head: { source: format, group: null, tags: [] }, records: [], bad: [], people: new Map() },
  };
  const rows = [];
  for (const piece of readSource(format, content)) {
    if ('head' in piece) corpus.head = piece.head;
    else if ('bad' in piece) corpus.bad.push(piece.bad);
    else {
      rows.push(piece);
      for (const { id, name } of peopleOf(piece.record)) {
        if (id === corpus.head.importer) continue;
        const known = {
          id: derivedId(group, corpus.head.source, { kind: 'person', id }),
          name: externalName(name),
        };
        if (!corpus.people.has(id)) corpus.people.set(id, known);
      }
    }
  }
  for (const { record, row } of rows) {
    const ready = prepared(record, row, corpus.people);
    if (typeof ready === 'string') {
      corpus.bad.push({ row, what: `${record.kind} ${'id' in record ? record.id : ''}`, reason: ready });
    } else corpus.records.push(hashed(ready));
  }
  return corpus;
}

/** The hash that a file tells of a text that it has need not be true. */
function hashed(ready: Prepared): Prepared {
  if (ready.kind !== 'document' || ready.document.text === null) return ready;
  const sha256 = createHash('sha256').update(ready.document.text).digest('hex');
  return { ...ready, document: { ...ready.document, sha256 } };
}
