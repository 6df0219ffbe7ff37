import { parentPort } from 'node:worker_threads';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { nthNamed } from '@/lib/core/corpus-import/checked-rows';
import type { CorpusSourceName } from '@/lib/core/corpus-import/corpus-source-names';
import { AlienFile, readSource } from '@/lib/core/corpus-import/corpus-sources';
import { type BadRow, list, noneListed } from '@/lib/core/corpus-import/import-report';
import { externalName, peopleOf, prepared } from '@/lib/core/corpus-import/prepared';
import { derivedId } from './derived-id';
import type { CorpusOutline, PackedPart } from './found-corpus';
import { OutlinedRecords } from './outlined-records';

export interface CorpusFile {
  format: CorpusSourceName;
  /** In UTF-8, and in memory of its own: this thread is given it. */
  content: Uint8Array<ArrayBuffer>;
  /** Id of the group that it is read for. */
  group: string;
}

/** The whole life of this thread; any error ends it and arrives as what it is. */
parentPort?.on('message', (file: CorpusFile) => parentPort?.postMessage(readOrRefuse(file)));

/** What becomes of a file. Errors lose their class on the way to another thread, so the expected one goes as data. */
export type Finding = CorpusOutline | { refusal: Pick<AlienFile, 'message' | 'looksLike'> };

function readOrRefuse(file: CorpusFile): Finding {
  try {
    return read(file);
  } catch (error) {
    if (!(error instanceof AlienFile)) throw error;
    const { message, looksLike } = error;
    return { refusal: { message, looksLike } };
  }
}

const send = (part: PackedPart) => parentPort?.postMessage({ part }, [part.records.bytes.buffer]);

/** Lets go of records as they are ready. */
function read(file: CorpusFile): CorpusOutline {
  const names = { ...noNames(file), people: mentionable(file) };
  const bad = noneListed<BadRow>();
  const records = new OutlinedRecords(send);
  let text = '';
  for (const piece of readSource(file.format, file.content)) {
    if ('head' in piece) names.head = piece.head;
    else if ('bad' in piece) list(bad, piece.bad);
    else {
      const { record, row, nth } = piece;
      notePeople(names, record, file.group);
      if (record.kind === 'document') text = record.id;
      const ready = prepared(record, { row, text }, names.people);
      if (typeof ready === 'string')
        list(bad, { row, what: nthNamed(record.kind, { nth, ...record }), reason: ready });
      else records.add(ready.kind === 'annotation' ? { ...ready, nth } : ready);
    }
  }
  return { ...names, bad, ...records.end() };
}

type Names = Pick<CorpusOutline, 'head' | 'people'>;

const noNames = ({ format }: CorpusFile): Names => ({
  head: { source: format, group: null, tags: [] },
  people: new Map(),
});

/** A comment may mention somebody who comes later: then everybody is looked up before. */
function mentionable(file: CorpusFile): Names['people'] {
  const found = noNames(file);
  const { content } = file;
  if (Buffer.from(content.buffer, content.byteOffset, content.length).includes('](mention:'))
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
