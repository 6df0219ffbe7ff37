import { z } from 'zod';
import { checked } from '@/lib/core/corpus-import/checked-rows';
import type { CorpusSource, SourcePiece } from '@/lib/core/corpus-import/corpus-source';
import { decoded, linesOf, parsedJson } from '@/lib/core/corpus-import/lines-of';
import { whatItIs } from '@/lib/core/corpus-import/what-it-is';
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
  expects: `Each line of Cruxbook’s JSON Lines is an object with the “schema” “${jsonlSchemaName}”.`,
  sign: new RegExp(`"schema"\\s*:\\s*"${jsonlSchemaName}"`),
  read: jsonlPieces,
};

/** After so many lines that are none of ours, a file is of another kind. */
const mostUnknown = 100;

const Line = z.looseObject({ schema: z.literal(jsonlSchemaName), kind: z.enum(['group', 'document']) });

function* jsonlPieces(content: Uint8Array): Generator<SourcePiece> {
  /** Numbers of cards by their ids, once their line was read. */
  const cards = new Map<string, number>();
  let [known, unknown] = [0, 0];
  for (const { line, row } of linesOf(content)) {
    const value = parsedJson(line);
    const found = value === undefined ? { reason: 'It is not JSON.' } : checked(Line, value);
    if ('reason' in found) {
      yield { bad: { row, what: 'line', reason: found.reason } };
      if (++unknown === mostUnknown && known === 0) break;
      continue;
    }
    known++;
    if (found.value.kind === 'group') yield* groupPieces(found.value, row, cards);
    else yield* documentPieces(found.value, row, cards);
  }
  if (known === 0) yield { alien: whatItIs(decoded(content)) };
}
