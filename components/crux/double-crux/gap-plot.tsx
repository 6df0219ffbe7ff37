import type { Route } from 'next';
import Link from 'next/link';
import { useId } from 'react';
import { tenth } from '@/components/crux/pictures/axis';
import { SvgLines } from '@/components/crux/pictures/svg-lines';
import { Unspoken } from '@/components/crux/pictures/unspoken';
import { wrapWords } from '@/components/crux/pictures/wrap-words';
import type { DoubleCruxes } from '@/lib/core/api/pictures';
import { APART } from '@/lib/core/crux/double-crux';

interface Props {
  people: DoubleCruxes['people'];
  /** The furthest apart first. */
  shared: DoubleCruxes['shared'];
  /** Ids of the double cruxes. */
  found: ReadonlySet<string>;
  /** Of the cards. */
  path: string;
  /** `label` 0: statements stand above their lines. */
  size: { width: number; label: number; row: number };
  className: string;
}

const head = 28;
const margin = 34;
const fontSize = 12;
/** From line to line. */
const step = 13;

/** Two people's credences, card by card, joined by a line as long as they differ. */
export function GapPlot({ people, shared, found, path, size, className }: Props) {
  const id = useId();
  const { width, label, row } = size;
  const left = label + margin;
  const x = (credence: number) => tenth(left + (credence / 100) * (width - left - margin));
  const top = label > 0 ? head : head + 26;
  const height = top + shared.length * row + 8;
  return (
    <svg
      data-picture
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-labelledby={`${id}-title ${id}-desc`}
      className={`h-auto w-full ${className}`}
    >
      <title id={`${id}-title`}>{`Answers of ${people[0].name} and ${people[1].name}`}</title>
      <desc
        id={`${id}-desc`}
      >{`${shared.length} cards, the furthest apart first. The table has every number.`}</desc>
      {[0, 50, 100].map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={top - 8} y2={height - 4} stroke="var(--rule)" />
          <text x={x(tick)} y={12} textAnchor="middle" fontSize={11} fill="var(--ink-3)">
            {tick} %
          </text>
        </g>
      ))}
      <Key people={people} x={label} y={label > 0 ? 12 : 32} />
      {shared.map(({ card, credences }, i) => {
        const y = top + i * row + (label > 0 ? row / 2 : row - 12);
        const lines = wrapWords(`${found.has(card.id) ? '◆ ' : ''}${card.statement}`, {
          // Heavier letters are wider.
          width: (label > 0 ? label - 12 : width - 4) * (found.has(card.id) ? 0.92 : 1),
          fontSize,
          lines: 2,
        });
        return (
          <g key={card.id}>
            <Link href={`${path}/${card.number}` as Route} prefetch={false}>
              <title>{card.statement}</title>
              <rect y={top + i * row} width={label || width} height={row} fill="transparent" />
              <text
                textAnchor={label > 0 ? 'end' : 'start'}
                fontSize={fontSize}
                fontWeight={found.has(card.id) ? 600 : 400}
                fill={found.has(card.id) ? 'var(--accent)' : 'var(--ink)'}
              >
                <SvgLines
                  lines={lines}
                  x={label > 0 ? label : 2}
                  y={label > 0 ? y + 4 - ((lines.length - 1) * step) / 2 : y - 14 - (lines.length - 1) * step}
                  step={step}
                />
              </text>
            </Link>
            <Unspoken>
              <Gap credences={credences} x={x} y={y} />
            </Unspoken>
          </g>
        );
      })}
    </svg>
  );
}

/** Who is who: above the statements, and leaning on the picture as they do. */
function Key({ people, x, y }: Pick<Props, 'people'> & { x: number; y: number }) {
  return (
    <text x={x || 2} y={y} textAnchor={x > 0 ? 'end' : 'start'} fontSize={fontSize} fill="var(--ink)">
      {`● ${people[0].name}   ○ ${people[1].name}`}
    </text>
  );
}

interface GapProps {
  credences: [number, number];
  x: (credence: number) => number;
  y: number;
}

function Gap({ credences, x, y }: GapProps) {
  const [a, b] = credences;
  const isFar = Math.abs(a - b) >= APART;
  const sides = a <= b ? (['end', 'start'] as const) : (['start', 'end'] as const);
  return (
    <>
      <line
        x1={x(a)}
        x2={x(b)}
        y1={y}
        y2={y}
        stroke={isFar ? 'var(--accent)' : 'var(--rule-strong)'}
        strokeWidth={isFar ? 3 : 1.5}
      />
      {credences.map((credence, side) => (
        <g key={sides[side]}>
          <circle
            cx={x(credence)}
            cy={y}
            r={5}
            fill={side === 0 ? 'var(--ink)' : 'var(--paper)'}
            stroke="var(--ink)"
            strokeWidth={1.5}
          />
          <text
            x={x(credence) + (sides[side] === 'end' ? -9 : 9)}
            y={y + 4}
            textAnchor={sides[side]}
            fontSize={11}
            fill="var(--ink-2)"
            stroke="var(--paper)"
            strokeWidth={3}
            paintOrder="stroke"
          >
            {credence}
          </text>
        </g>
      ))}
    </>
  );
}
