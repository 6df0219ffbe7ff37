import { summariseCredences } from '@/lib/core/crux/contested';
import { stackDots } from './stack-dots';

interface Props {
  /** Of others, in percent. */
  credences: readonly number[];
  /** The viewer's own; null when they have none. */
  mine: number | null;
}

const width = 320;
const margin = 8;
const radius = 5;

const x = (credence: number) => margin + (credence / 100) * (width - 2 * margin);

/** Every credence as a dot from 0 to 100 %, with mean and spread. The list beside it says the same in words. */
export function DotStrip({ credences, mine }: Props) {
  const all = [
    ...credences.map((value) => ({ value, own: false })),
    ...(mine === null ? [] : [{ value: mine, own: true }]),
  ];
  const { n, mean, spread } = summariseCredences(all.map(({ value }) => value));
  if (mean === null || spread === null) return null;
  const dots = stackDots(all.map(({ value }) => value));
  const floor = 14 + 2 * radius * Math.max(1, ...dots.map(({ level }) => level + 1));
  return (
    <svg
      viewBox={`0 0 ${width} ${floor + 18}`}
      role="img"
      aria-label={`${n} answers: mean ${Math.round(mean)} %, spread ${Math.round(spread)} points`}
      className="h-auto w-full max-w-md"
    >
      <rect
        x={x(Math.max(0, mean - spread))}
        width={x(Math.min(100, mean + spread)) - x(Math.max(0, mean - spread))}
        y={4}
        height={floor - 4}
        rx={3}
        fill="var(--accent-soft)"
      />
      <line x1={x(mean)} x2={x(mean)} y1={0} y2={floor} stroke="var(--accent)" strokeWidth={2} />
      <line x1={margin} x2={width - margin} y1={floor} y2={floor} stroke="var(--rule-strong)" />
      {dots.map(({ value, level, index }) => (
        <circle
          key={index}
          cx={x(value)}
          cy={floor - radius - level * 2 * radius}
          r={radius - 0.75}
          fill={all[index]?.own ? 'var(--accent)' : 'var(--paper)'}
          stroke={all[index]?.own ? 'var(--accent)' : 'var(--ink-2)'}
          strokeWidth={1.5}
        />
      ))}
      {[0, 50, 100].map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={floor + 14}
          fontSize={11}
          fill="var(--ink-3)"
          textAnchor={tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle'}
          dx={tick === 0 ? -margin : tick === 100 ? margin : 0}
        >
          {tick} %
        </text>
      ))}
    </svg>
  );
}
