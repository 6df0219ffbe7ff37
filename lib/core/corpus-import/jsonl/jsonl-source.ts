import { z } from 'zod';
import { checked } from '@/lib/core/corpus-import/checked-rows';
import type { CorpusSource, SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import { linesOf, parsedJson } from '@/lib/core/corpus-import/lines-of';
import { jsonlSchemaName } from '@/lib/core/export/jsonl/jsonl-line';
import { documentPieces } from './document-pieces';
import { groupPieces } from './group-pieces';

/** What lib/core/export/jsonl writes, line by line: memory is for one line. */
export const jsonlSource: CorpusSource = {
  title: 'Cruxbook JSON Lines',
  extensions: ['.jsonl', '.ndjson'],
  rows: 'line',
  brings:
    'Everything: texts, passages, threads, reactions, cards with positions, vocabulary, decisions and coverage.',
  hasTexts: true,
  read: jsonlPieces,
};

const Line = z.looseObject({ schema: z.literal(jsonlSchemaName), kind: z.enum(['group', 'document']) });

function* jsonlPieces(content: string): Generator<SourcePiece> {
  /** Numbers of cards by their ids, once their line was read. */
  const cards = new Map<string, number>();
  for (const { line, row } of linesOf(content)) {
    const value = parsedJson(line);
    const known = value === undefined ? { reason: 'It is not JSON.' } : checked(Line, value);
    if ('reason' in known) yield { bad: { row, what: 'line', reason: known.reason } };
    else if (known.value.kind === 'group') yield* groupPieces(known.value, row, cards);
    else yield* documentPieces(known.value, row, cards);
  }
}
