import type { CorpusCard } from '@/lib/core/corpus/corpus';
import { cruxGraph } from '@/lib/core/corpus/crux-graph';
import type { Takes } from './export-format';

/** How much of these cards, and of what they hold, comes in a format; all of them are read. */
export function countCards(cards: readonly CorpusCard[], { partly }: Pick<Takes, 'partly'>) {
  const sum = (ofEach: (card: CorpusCard) => number) => cards.reduce((n, card) => n + ofEach(card), 0);
  const isWhole = (kind: Takes['partly'][number]) => !partly.includes(kind);
  return {
    cards: isWhole('cards') ? cards.length : sum(({ occurrences }) => Math.min(occurrences.length, 1)),
    relations: isWhole('relations') ? sum(({ relations }) => relations.length) : cruxGraph(cards).length,
    positions: sum(
      ({ positions }) =>
        positions.filter(({ superseded }) => isWhole('positions') || superseded === null).length,
    ),
    beliefs: sum(({ beliefs }) => beliefs.length),
  };
}
