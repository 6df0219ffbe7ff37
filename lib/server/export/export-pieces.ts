import 'server-only';
import { createHash } from 'node:crypto';
import type { Input } from '@/lib/core/api/contracts';
import type { CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import type { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { CorpusWriter, Digest, ExportFormat, Steps } from '@/lib/core/export/export-format';
import { type ExportFormatName, exportFormats } from '@/lib/core/export/export-formats';
import { allOfRelease } from '@/lib/core/release/asked-of-release';
import { type CorpusPart, readCorpus } from '@/lib/server/data/export/read-corpus';
import { openRelease, releaseFor } from '@/lib/server/data/releases/read-release';
import type { Viewer } from '@/lib/server/data/viewer';
import { turns } from '@/lib/server/in-turns';

export interface FilePiece {
  file: string;
  bytes: Uint8Array;
}

export interface RunningExport {
  name: ExportFormatName;
  format: ExportFormat;
  head: CorpusHead;
  /** How many texts come with their words. */
  texts: number;
  /** Of files in the order in which the format writes them. Who stops early must say so by `return()`. */
  pieces: AsyncGenerator<FilePiece>;
}

/** Whoever follows how an export is read. */
export interface Watch {
  /** Before the first record, which waits for it. */
  begun(first: Extract<CorpusPart, { head: unknown }>): Promise<void>;
  /** May throw, which ends the reading. */
  annotation(): void;
}

/**
 * Begins to write what of a group, or of a release of it, the viewer may see and chose. Throws what reading it throws. `signal`:
 * when nobody waits for it any more.
 */
export async function beginExport(
  viewer: Viewer,
  group: string,
  {
    format: name,
    watch,
    ...choice
  }: ExportChoice & { format: ExportFormatName; watch?: Watch; signal?: AbortSignal | undefined },
): Promise<RunningExport> {
  const format: ExportFormat = exportFormats[name];
  const corpus = await readCorpus(viewer, group, { ...choice, takes: format });
  const { value: first } = await corpus.next();
  if (!first || !('head' in first)) throw new Error('A corpus begins with its head.');
  const { head, texts } = first;
  if (!watch) return { name, format, head, texts, pieces: piecesOf(format, head, corpus) };
  try {
    await watch.begun(first);
  } catch (error) {
    await corpus.return(undefined);
    throw error;
  }
  return { name, format, head, texts, pieces: piecesOf(format, head, watched(corpus, watch)) };
}

async function* watched(corpus: AsyncGenerator<CorpusPart>, watch: Watch) {
  for await (const part of corpus)
    yield 'records' in part ? { records: watchedRecords(part.records, watch) } : part;
}

function* watchedRecords(records: Iterable<CorpusRecord>, watch: Watch): Generator<CorpusRecord> {
  for (const record of records) {
    yield record;
    if (record.kind === 'annotation') watch.annotation();
  }
}

export interface RunningRelease extends RunningExport {
  /** How many are read; the format may have no place for some. */
  annotations: number;
  /** The same pieces once more. */
  again(): RunningExport['pieces'];
}

type ReleaseChoice = Input<'GET /groups/{group}/releases/{release}/export'>['query'];

/** The same of a whole release, by its number. */
export async function beginReleaseExport(
  viewer: Viewer,
  place: { group: string; release: string },
  { format: name, signal, ...choice }: ReleaseChoice & { signal?: AbortSignal | undefined },
): Promise<RunningRelease> {
  const format: ExportFormat = exportFormats[name];
  const { head, texts, read, records } = await openRelease(viewer, await releaseFor(viewer, place), {
    asked: { ...allOfRelease, ...choice },
    takes: format,
    signal,
  });
  const again = () => piecesOf(format, head, partsOf(records()));
  return { name, format, head, texts, annotations: read, again, pieces: again() };
}

async function* partsOf(all: AsyncGenerator<CorpusRecord[]>) {
  for await (const records of all) yield { records };
}

/** What a format makes of a corpus, without holding anybody up for longer than one step of its writer. */
export async function* piecesOf(
  format: Pick<ExportFormat, 'writer'>,
  head: CorpusHead,
  corpus: AsyncIterable<{ head: CorpusHead } | { records: Iterable<CorpusRecord> }>,
): AsyncGenerator<FilePiece> {
  const gathered = gather();
  const writer = format.writer(head, gathered.put, newDigest);
  const turn = turns();
  async function* taken(steps: Steps) {
    for (const _ of steps) {
      if (!turn.isOver()) continue;
      yield* gathered.take();
      await turn.pass();
    }
    yield* gathered.take();
  }
  for await (const part of corpus) if ('records' in part) yield* taken(written(writer, part.records));
  yield* taken(writer.end() ?? []);
}

/** Stops after every step and every record. */
function* written(writer: CorpusWriter, records: Iterable<CorpusRecord>): Steps {
  for (const record of records) yield* writer.write(record) ?? once;
}

const once = [null];

function newDigest(): Digest {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    update(piece) {
      hash.update(piece);
      bytes += Buffer.byteLength(piece);
    },
    end: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

/** UTF-16 code units: longer ones live long enough to be collected late. */
const pieceLength = 65_536;

/** Joins small pieces of the same file: each way through a stream costs as much as making some hundred of them. */
function gather() {
  let pieces: FilePiece[] = [];
  let file = '';
  let text = '';
  const settle = () => {
    if (text !== '') pieces.push({ file, bytes: Buffer.from(text) });
    text = '';
  };
  return {
    put(to: string, piece: string | Uint8Array) {
      if (to !== file || typeof piece !== 'string') settle();
      file = to;
      if (typeof piece !== 'string') pieces.push({ file, bytes: piece });
      else {
        text += piece;
        if (text.length > pieceLength) settle();
      }
    },
    take(): FilePiece[] {
      settle();
      const taken = pieces;
      pieces = [];
      return taken;
    },
  };
}
