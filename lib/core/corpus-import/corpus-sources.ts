import type { CorpusSource, SourcePiece } from './corpus-source';
import { type CorpusSourceName, corpusSourceNames } from './corpus-source-names';
import { hypothesisSource } from './hypothesis/hypothesis-source';
import type { BadRow } from './import-report';
import { jsonlSource } from './jsonl/jsonl-source';
import { jsonldSource } from './jsonld/jsonld-source';
import { lesswrongSource } from './lesswrong/lesswrong-source';
import { readwiseSource } from './readwise/readwise-source';
import { recordFault } from './record-faults';

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

/** What a file holds, without records that could not be kept, and each but once. */
export function* readSource(name: CorpusSourceName, content: string): Generator<SourcePiece> {
  const seen = new Set<string>();
  for (const piece of corpusSources[name].read(content)) {
    if (!('record' in piece) || piece.record.kind === 'coverage') yield piece;
    else {
      const { record, row } = piece;
      const what = `${record.kind === 'document' ? 'text' : record.kind} ${record.id.slice(0, 80)}`;
      const key = `${record.kind} ${record.id}`;
      const bad = (reason: string): { bad: BadRow } => ({ bad: { row, what, reason } });
      const fault = recordFault(record);
      if (fault) yield bad(fault);
      else if (seen.has(key)) yield bad('It stands in the file before.');
      else yield piece;
      seen.add(key);
    }
  }
}
