import { counted } from '@/components/agreement/measures';
import { figure, isFew, priorityRemark, rankedBy } from '@/components/crux/figure';
import type { Ranking } from '@/lib/core/api/cards';
import { knownContested } from '@/lib/core/crux/low-priority';
import { quadrantOf } from '@/lib/core/crux/quadrant';

const people = (n: number) => counted(n, 'person', 'people');

/** Where a card ranks in its group, and on what that rests. */
export function CardRank({ ranking }: { ranking: Ranking }) {
  const { rank, n, load, k, estimated } = ranking;
  const contested = knownContested(ranking);
  const rests =
    load === null ? 'nobody has said' : `${figure(load)} (${people(k)}${estimated ? ', estimated' : ''})`;
  const said = `${people(n)}${isFew(n) ? ', few' : ''}`;
  const facts = [
    ['Rank', rank === null ? `none yet: ${priorityRemark(ranking)}` : `${rank}${rankedBy(ranking)}`],
    ['Contested', contested === null ? 'not known yet' : `${figure(contested)} (${said})`],
    ['Load: what rests on it', rests],
    ...(load === null || contested === null ? [] : [['So', quadrantOf({ contested, load })]]),
  ];
  return (
    <section aria-labelledby="rank" className="grid gap-2 px-5 text-sm">
      <h2 id="rank" className="font-medium font-ui text-ink-2 text-sm">
        How it ranks
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="text-end tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-3">The figures go from 0 to 1.</p>
    </section>
  );
}
