import { figure, isFew, priorityFigure, priorityRemark } from '@/components/crux/figure';
import type { ListedCard } from '@/lib/core/api/cards';

/** Where a card stands, never without what the rank comes from. */
export function RankingFigures({ ranking }: Pick<ListedCard, 'ranking'>) {
  if (ranking === null) return null;
  if (ranking.n === 0) return <p className="text-ink-3 text-xs">Not ranked: nobody has given a credence.</p>;
  const { rank, contested, load, n, estimated } = ranking;
  const why = priorityRemark(ranking);
  return (
    <p className="text-ink-2 text-xs tabular-nums">
      <span className="font-medium">Rank {rank}</span>
      {`\u00a0· priority ${why ?? priorityFigure(ranking)}`}
      {`\u00a0· contested ${figure(contested)}\u00a0· load ${load === null ? 'unknown' : figure(load)}`}
      {estimated && ' (estimated)'}
      {'\u00a0· '}
      {n} {n === 1 ? 'credence' : 'credences'}
      {isFew(n) && ', few'}
    </p>
  );
}
