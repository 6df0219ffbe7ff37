import type { CorpusHead } from '@/lib/core/corpus/corpus';
import type { ExportFormat } from './export-format';

type Counted = Pick<CorpusHead, 'counts' | 'hiddenPositions'>;

/**
 * How much of a corpus comes in a format, and how many positions stay out that it would hold. `texts`: how many of its
 * documents come with their words; all unless told.
 */
export function heldCounts(
  { lacks }: Pick<ExportFormat, 'lacks'>,
  { counts, hiddenPositions = 0 }: Counted,
  texts = counts.documents,
) {
  const held = { ...counts, documents: texts };
  for (const kind of lacks) if (held[kind] !== undefined) held[kind] = 0;
  if (lacks.includes('adjudications') && held.adjudicated !== undefined) held.adjudicated = 0;
  return { counts: held, hiddenPositions: lacks.includes('positions') ? 0 : hiddenPositions };
}
