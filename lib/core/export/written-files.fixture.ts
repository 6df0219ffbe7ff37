import { createHash } from 'node:crypto';
import type { CorpusCounts, CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { at, id } from '@/lib/core/corpus/corpus-names.fixture';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { CorpusWriter, Digest, ExportFormat } from './export-format';

export const noCounts: Required<CorpusCounts> = {
  documents: 0,
  annotations: 0,
  replies: 0,
  cards: 0,
  relations: 0,
  positions: 0,
  beliefs: 0,
  checks: 0,
  adjudications: 0,
  adjudicated: 0,
};

export const corpusHead: CorpusHead = {
  group: {
    id: id('group'),
    slug: 'night-school',
    name: 'Night School',
    description: 'We read <slowly> & "well".',
    visibility: 'public',
  },
  tags: [
    {
      slug: 'claim',
      name: 'Claim',
      definition: 'Says that something is so.',
      slot: 1,
      line: 'solid',
      glyph: '◆',
      retired: false,
    },
    {
      slug: 'crux',
      name: 'Crux',
      definition: 'What would change minds.',
      slot: 2,
      line: 'dashed',
      glyph: '✕',
      retired: false,
    },
    {
      slug: 'failure-mode',
      name: 'Failure mode',
      definition: 'How it goes wrong.',
      slot: 3,
      line: 'dotted',
      glyph: '▲',
      retired: false,
    },
  ],
  choice: ExportChoice.parse({}),
  counts: {
    documents: 2,
    annotations: 9,
    replies: 5,
    cards: 3,
    relations: 4,
    positions: 3,
    beliefs: 1,
    checks: 2,
    adjudications: 2,
    adjudicated: 1,
  },
  changed: at(40),
  site: 'https://cruxbook.example',
  software: { name: 'Cruxbook', version: '0.1.0' },
};

/** The same of a release. */
export const releasedHead = {
  ...corpusHead,
  release: {
    number: 7,
    title: 'After the “meeting”',
    note: '',
    frozen: '2026-11-20T10:00:00.000Z',
    sha256: '0f'.repeat(32),
  },
};

/** What a format makes of records, as text: each file whole, by its name. */
export const writtenFiles = (...of: Parameters<typeof writtenBytes>): Map<string, string> =>
  new Map([...writtenBytes(...of)].map(([file, bytes]) => [file, bytes.toString()]));

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

/** The same as bytes. Fails when files that come in turn do not. */
export function writtenBytes(
  format: ExportFormat,
  records: readonly CorpusRecord[] = corpusRecords,
  head: CorpusHead = corpusHead,
): Map<string, Buffer> {
  const files = new Map<string, Uint8Array[]>();
  let current: string | undefined;
  const put = (file: string, piece: string | Uint8Array) => {
    if (file !== current && files.has(file) && format.files !== 'together')
      throw new Error(`${file} was left before its end.`);
    current = file;
    files.set(file, [...(files.get(file) ?? []), Buffer.from(piece as string)]);
  };
  const writer = format.writer(head, put, newDigest);
  const run = (steps: ReturnType<CorpusWriter['end']>) => Array.from(steps ?? []);
  for (const record of records) run(writer.write(record));
  run(writer.end());
  if (format.files === 'one' && files.size > 1) throw new Error('There is more than one file.');
  return new Map([...files].map(([file, pieces]) => [file, Buffer.concat(pieces)]));
}
