import {
  contestedWords,
  figure,
  isFew,
  priorityFigure,
  priorityRemark,
  whyUnranked,
} from '@/components/crux/figure';
import type { Ranking } from '@/lib/core/api/cards';

/** Where a card stands, never without what the rank comes from. */
export function RankingFigures({ ranking }: { ranking: Omit<Ranking, 'k' | 'resolves' | 'shift'> | null }) {
  if (ranking === null) return null;
  const { rank, load, n, estimated } = ranking;
  const why = whyUnranked(ranking);
  if (n < 2) return <p className="text-ink-3 text-xs">Not ranked yet: {why}.</p>;
  return (
    <p className="text-ink-2 text-xs tabular-nums">
      {why === null ? (
        <>
          <span className="font-medium">Rank {rank}</span>
          {`\u00a0· priority ${priorityRemark(ranking) ?? priorityFigure(ranking)}`}
          {`\u00a0· contested ${contestedWords(ranking)}\u00a0· load ${figure(load)}`}
          {estimated && ' (estimated)'}
        </>
      ) : (
        `Not ranked yet: ${why}\u00a0· contested ${contestedWords(ranking)}`
      )}
      {`\u00a0· ${n} people`}
      {isFew(n) && ', few'}
    </p>
  );
}
