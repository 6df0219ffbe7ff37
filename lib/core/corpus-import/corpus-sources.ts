import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { nthNamed } from './checked-rows';
import type { CorpusSource, SourcePiece } from './corpus-source';
import { type CorpusSourceName, corpusSourceNames } from './corpus-source-names';
import { hypothesisSource } from './hypothesis/hypothesis-source';
import { jsonlSource } from './jsonl/jsonl-source';
import { jsonldSource } from './jsonld/jsonld-source';
import { lesswrongSource } from './lesswrong/lesswrong-source';
import { decoded } from './lines-of';
import { readwiseSource } from './readwise/readwise-source';
import { recordFault } from './record-faults';
import { beginsLike } from './what-it-is';

const corpusSources: Record<CorpusSourceName, CorpusSource> = {
  jsonl: jsonlSource,
  jsonld: jsonldSource,
  hypothesis: hypothesisSource,
  readwise: readwiseSource,
  lesswrong: lesswrongSource,
};

/** What a page tells of each: all but how it is read. */
export const offeredSources = corpusSourceNames.map((name) => {
  const { title, extensions, rows, brings, hasTexts } = corpusSources[name];
  return { name, title, extensions, rows, brings, hasTexts };
});

type ReadPiece = Exclude<SourcePiece, { alien: string }>;

/** A file of another kind than was said: a sentence or two say of which, and which are taken. */
export class AlienFile extends Error {
  override name = 'AlienFile';

  constructor(
    message: string,
    /** Which of the others it seems to be. */
    readonly looksLike: CorpusSourceName | null,
  ) {
    super(message);
  }
}

function alienFile(name: CorpusSourceName, content: Uint8Array, found: string): AlienFile {
  const text = decoded(content);
  const looksLike =
    corpusSourceNames.find((other) => other !== name && beginsLike(text, corpusSources[other].sign)) ?? null;
  const taken = offeredSources.map(({ title, extensions }) => `${title} (${extensions[0]})`).join(', ');
  const advice = looksLike
    ? `It looks like ${corpusSources[looksLike].title}: choose that kind.`
    : `These are taken: ${taken}.`;
  return new AlienFile(`${found} ${corpusSources[name].expects} ${advice}`, looksLike);
}

const kinds: Record<CorpusRecord['kind'], string> = {
  document: 'text',
  annotation: 'annotation',
  adjudication: 'decision',
  coverage: 'section checks',
  card: 'card',
};

/**
 * What a file holds, without records that could not be kept, and each but once. What stands in a text goes with it: else
 * it would come to stand in the text before.
 */
export function* readSource(name: CorpusSourceName, content: Uint8Array): Generator<ReadPiece> {
  const seen = new Set<string>();
  let isTextKept = false;
  for (const piece of corpusSources[name].read(content)) {
    if ('alien' in piece) throw alienFile(name, content, piece.alien);
    if (!('record' in piece)) {
      yield piece;
      continue;
    }
    const { record, row, nth } = piece;
    const id = 'id' in record ? record.id : null;
    const standsInText = record.kind !== 'document' && record.kind !== 'card';
    const fault: string | null = standsInText && !isTextKept ? 'Its text is left out.' : recordFault(record);
    const reason: string | null = fault ?? (id !== null && seen.has(`${record.kind} ${id}`) ? again : null);
    const what = nthNamed(kinds[record.kind], { nth, id: id ?? undefined });
    if (record.kind === 'document') isTextKept = reason === null;
    if (id !== null) seen.add(`${record.kind} ${id}`);
    yield reason === null ? piece : { bad: { row, what, reason } };
  }
}

const again = 'It stands in the file before.';
