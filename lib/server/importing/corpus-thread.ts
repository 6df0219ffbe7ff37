import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { nthNamed } from '@/lib/core/corpus-import/checked-rows';
import type { SourceHead } from '@/lib/core/corpus-import/corpus-source';
import type { CorpusSourceName } from '@/lib/core/corpus-import/corpus-source-names';
import { AlienFile, readSource } from '@/lib/core/corpus-import/corpus-sources';
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

/** Records that go to the other thread at once. */
const atOnce = 500;

/** The whole life of this thread; any error ends it and arrives as what it is. */
parentPort?.on('message', (file: CorpusFile) => parentPort?.postMessage(readOrRefuse(file)));

/** What becomes of a file. Errors lose their class on the way to another thread, so the expected one goes as data. */
export type Finding = Omit<FoundCorpus, 'records'> | { refusal: string };

function readOrRefuse(file: CorpusFile): Finding {
  try {
    return read(file);
  } catch (error) {
    if (error instanceof AlienFile) return { refusal: error.message };
    throw error;
  }
}

/** Lets go of records as they are ready: all of them at once would be there twice. */
function read(file: CorpusFile): Omit<FoundCorpus, 'records'> {
  const corpus = { ...emptyCorpus(file), people: mentionable(file) };
  let part: Prepared[] = [];
  const send = () => {
    if (part.length > 0) parentPort?.postMessage({ part });
    part = [];
  };
  for (const piece of readSource(file.format, file.content)) {
    if ('head' in piece) corpus.head = piece.head;
    else if ('bad' in piece) corpus.bad.push(piece.bad);
    else {
      const { record, row, nth } = piece;
      notePeople(corpus, record, file.group);
      const ready = prepared(record, row, corpus.people);
      if (typeof ready === 'string')
        corpus.bad.push({ row, what: nthNamed(record.kind, { nth, ...record }), reason: ready });
      else part.push(ready.kind === 'annotation' ? { ...ready, nth } : hashed(ready));
      if (part.length >= atOnce) send();
    }
  }
  send();
  return corpus;
}

type Names = Pick<FoundCorpus, 'head' | 'people'>;

const emptyCorpus = ({ format }: CorpusFile): Omit<FoundCorpus, 'records'> => ({
  ...{ head: { source: format, group: null, tags: [] }, bad: [], people: new Map() },
});

/** A comment may mention somebody who comes later: then everybody is looked up before. */
function mentionable(file: CorpusFile): FoundCorpus['people'] {
  const found = emptyCorpus(file);
  if (file.content.includes('](mention:'))
    for (const piece of readSource(file.format, file.content)) {
      if ('head' in piece) found.head = piece.head;
      else if ('record' in piece) notePeople(found, piece.record, file.group);
    }
  return found.people;
}

function notePeople({ head, people }: Names, record: CorpusRecord, group: string): void {
  for (const { id, name } of peopleOf(record)) {
    if (id === head.importer || people.has(id)) continue;
    people.set(id, {
      id: derivedId(group, head.source, { kind: 'person', id }),
      name: externalName(name),
    });
  }
}

/** The hash that a file tells of a text that it has need not be true. */
function hashed(ready: Prepared): Prepared {
  if (ready.kind !== 'document' || ready.document.text === null) return ready;
  const sha256 = createHash('sha256').update(ready.document.text).digest('hex');
  return { ...ready, document: { ...ready.document, sha256 } };
}
