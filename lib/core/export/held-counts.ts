import type { CorpusHead } from '@/lib/core/corpus/corpus';
import type { ExportFormat } from './export-format';

type Counted = Pick<CorpusHead, 'counts' | 'hiddenPositions' | 'untold'>;

/**
 * How much of a corpus comes in a format that it was read for, and what stays out that it would hold: positions, and what it
 * could not tell apart. `texts`: how many of its documents come with their words; all unless told.
 */
export function heldCounts(
  { lacks }: Pick<ExportFormat, 'lacks'>,
  { counts, hiddenPositions = 0, untold }: Counted,
  texts = counts.documents,
) {
  const held = { ...counts, documents: texts };
  for (const kind of lacks) if (held[kind] !== undefined) held[kind] = 0;
  const untoldOf = (kind: 'annotations' | 'replies' | 'cards') =>
    lacks.includes(kind) ? 0 : (untold?.held[kind] ?? 0);
  return {
    counts: held,
    hiddenPositions: lacks.includes('positions') ? 0 : hiddenPositions,
    untold: {
      private: lacks.includes('annotations') ? 0 : (untold?.private ?? 0),
      held: untoldOf('annotations') + untoldOf('replies') + untoldOf('cards'),
    },
  };
}
