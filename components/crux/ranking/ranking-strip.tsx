import type { ListedCard } from '@/lib/core/api/cards';

const width = 120;
const height = 20;
const margin = 6;

const x = (credence: number) => margin + (credence / 100) * (width - 2 * margin);

/** What people believe, from 0 to 100 %, a dot for each; the viewer's own is full. In words for those who cannot see it. */
export function RankingStrip({ credences, mine }: Pick<ListedCard, 'credences' | 'mine'>) {
  if (credences === null)
    return <span className="text-ink-3 text-xs">Answer first to see others’ answers.</span>;
  if (credences.length === 0) return <span className="text-ink-3 text-xs">Nobody has answered yet.</span>;
  const dots = credences.map((value, index) => ({ value, key: `${index}` }));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Answers: ${credences.map((value) => `${value} %`).join(', ')}${mine === null ? '' : `; yours ${mine} %`}`}
      className="h-5 w-30 shrink-0"
    >
      <line
        x1={margin}
        x2={width - margin}
        y1={height / 2}
        y2={height / 2}
        stroke="var(--rule-strong)"
        strokeWidth={1}
      />
      {[0, 50, 100].map((tick) => (
        <line
          key={tick}
          x1={x(tick)}
          x2={x(tick)}
          y1={height / 2 - 3}
          y2={height / 2 + 3}
          stroke="var(--rule-strong)"
        />
      ))}
      {dots.map(({ value, key }) => (
        <circle
          key={key}
          cx={x(value)}
          cy={height / 2}
          r={4.5}
          fill="var(--paper)"
          fillOpacity={0.6}
          stroke="var(--ink-2)"
          strokeWidth={1.5}
        />
      ))}
      {mine !== null && <circle cx={x(mine)} cy={height / 2} r={4.5} fill="var(--accent)" />}
    </svg>
  );
}
