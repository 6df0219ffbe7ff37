import { counted } from '@/components/agreement/measures';
import { contestedWords, figure, isFew, priorityRemark, rankedBy } from '@/components/crux/figure';
import type { Ranking } from '@/lib/core/api/cards';

/** Where a card stands, never without what the rank comes from. */
export function RankingFigures({ ranking }: { ranking: Omit<Ranking, 'k' | 'resolves' | 'shift'> | null }) {
  if (ranking === null) return null;
  const { rank, load, n, estimated } = ranking;
  const why = `Not ranked yet: ${priorityRemark(ranking)}`;
  if (n < 2) return <p className="text-ink-3 text-xs">{why}.</p>;
  return (
    <p className="text-ink-2 text-xs tabular-nums">
      {rank === null ? (
        why
      ) : (
        <>
          <span className="font-medium">{`Rank\u00a0${rank}`}</span>
          {rankedBy(ranking)}
        </>
      )}
      {`\u00a0· contested\u00a0${contestedWords(ranking)}`}
      {load !== null && `\u00a0· load\u00a0${figure(load)}${estimated ? ' (estimated)' : ''}`}
      {`\u00a0· ${counted(n, 'person', 'people')}`}
      {isFew(n) && ', few'}
    </p>
  );
}
