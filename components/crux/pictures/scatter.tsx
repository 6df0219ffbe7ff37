import type { Route } from 'next';
import Link from 'next/link';
import { useId } from 'react';
import { figure, isFew } from '@/components/crux/figure';
import { isMuch, type Quadrant, quadrantOf, quadrantThreshold } from '@/lib/core/crux/quadrant';
import { alongAxis, axisTicks, tenth } from './axis';
import { around, type Box, placeLabels } from './place-labels';
import { cornersOf, Quarters, quarterNames } from './quarters';
import { SvgLines } from './svg-lines';
import { textWidth } from './text-width';
import { Unspoken } from './unspoken';
import { wrapWords } from './wrap-words';

/** A card that has both figures. */
export interface ScatterCard {
  number: number;
  statement: string;
  contested: number;
  load: number;
  n: number;
  estimated: boolean;
  href: string;
}

interface Props {
  /** The one to be labelled first comes first. */
  cards: readonly ScatterCard[];
  size: { width: number; height: number; label: number };
  className: string;
}

const radius = 5;
/** Half of what is easily hit by a finger. */
const finger = 22;
const fontSize = 12;
/** From line to line of a label. */
const step = fontSize + 2;
/** Between the frame and what is drawn: a point at the edge is not cut in half, and hides no name of a quarter. */
const pad = { left: 12, bottom: 30, top: 30 };
const margin = { top: 16, right: 16, bottom: 46, left: 46 };

/** Cards between contested and load, in four named quarters. */
export function Scatter({ cards, size, className }: Props) {
  const id = useId();
  const { width, height } = size;
  const ticks = {
    x: axisTicks(Math.max(...cards.map(({ contested }) => contested))),
    y: axisTicks(Math.max(...cards.map(({ load }) => load))),
  };
  const room = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
  const across = room.right - radius - room.left - pad.left;
  const up = room.bottom - room.top - pad.bottom - pad.top;
  const scales: Scales = {
    x: (share) => tenth(room.left + pad.left + alongAxis(share, ticks.x.at(-1)!) * across),
    y: (share) => tenth(room.bottom - pad.bottom - alongAxis(share, ticks.y.at(-1)!) * up),
  };
  return (
    <svg
      data-picture
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-labelledby={`${id}-title ${id}-desc`}
      className={`h-auto w-full ${className}`}
    >
      <title id={`${id}-title`}>Cards by how contested they are and how much rests on them</title>
      <desc id={`${id}-desc`}>{summary(cards)}</desc>
      <Unspoken>
        <Quarters room={room} x={scales.x(quadrantThreshold)} y={scales.y(quadrantThreshold)} />
        <Axes ticks={ticks} scales={scales} room={room} />
      </Unspoken>
      <Points cards={cards} scales={scales} room={room} longest={size.label} />
    </svg>
  );
}

type Scales = Record<'x' | 'y', (share: number) => number>;

function summary(cards: readonly ScatterCard[]): string {
  const count = (quadrant: Quadrant) => cards.filter((card) => quadrantOf(card) === quadrant).length;
  const quadrants = ['talk about this', 'settled but vital', 'idle quarrel', 'park'] as const;
  return `${quadrants.map((quadrant) => `${quarterNames[quadrant]}: ${count(quadrant)}`).join('. ')}. The table has every card.`;
}

function Axes({ ticks, scales, room }: { ticks: Record<'x' | 'y', number[]>; scales: Scales; room: Box }) {
  const { left, bottom, right, top } = room;
  return (
    <g fontSize={11} fill="var(--ink-3)">
      <path d={`M${left} ${top}V${bottom}H${right}`} fill="none" stroke="var(--rule-strong)" />
      {ticks.x.map((tick) => (
        <text key={tick} x={scales.x(tick)} y={bottom + 16} textAnchor="middle">
          {figure(tick)}
        </text>
      ))}
      {ticks.y.map((tick) => (
        <text key={tick} x={left - 7} y={scales.y(tick) + 4} textAnchor="end">
          {figure(tick)}
        </text>
      ))}
      <text x={right} y={bottom + 36} textAnchor="end" fontSize={fontSize} fill="var(--ink-2)">
        contested: how much people disagree →
      </text>
      <text
        x={12}
        y={top}
        textAnchor="end"
        transform={`rotate(-90 12 ${top})`}
        fontSize={fontSize}
        fill="var(--ink-2)"
      >
        load: how much rests on it →
      </text>
    </g>
  );
}

interface PointsProps extends Pick<Props, 'cards'> {
  scales: Scales;
  room: Box;
  /** Greatest width of a label. */
  longest: number;
}

function Points({ cards, scales, room, longest }: PointsProps) {
  const points = cards.map((card) => {
    const cutTo = (width: number, lines: number) => wrapWords(card.statement, { width, fontSize, lines });
    const words = [
      cutTo(longest, 1),
      cutTo(longest / 2, 2),
      cutTo(longest / 3, 2),
      cutTo(longest / 3, 3),
      cutTo(longest / 2, 1),
      cutTo(longest / 4, 2),
      [String(card.number)],
    ];
    const forms = words.map((lines) => ({
      width: Math.max(...lines.map((line) => textWidth(line, fontSize))),
      height: lines.length * step,
    }));
    return { card, words, x: scales.x(drawn(card.contested)), y: scales.y(drawn(card.load)), forms };
  });
  const [x, y] = [scales.x(quadrantThreshold), scales.y(quadrantThreshold)];
  const lines: Box[] = [
    { ...room, left: x - 1, right: x + 1 },
    { ...room, top: y - 1, bottom: y + 1 },
  ];
  const corners = cornersOf(room).map(([quadrant, x, y, anchor]) => {
    const width = textWidth(quarterNames[quadrant], 15);
    return around(x + (anchor === 'end' ? -width / 2 : width / 2), y - 5, { width, height: 18 });
  });
  const labels = placeLabels(points, { room, radius, taken: [...lines, ...corners] });
  const reaches = reachesOf(points);
  return points.map(({ card, words, ...at }, i) => {
    const label = labels[i];
    const isUrgent = quadrantOf(card) === 'talk about this';
    const colour = isUrgent ? 'var(--accent)' : 'var(--ink-2)';
    return (
      <Link key={card.number} href={card.href as Route} prefetch={false} aria-label={said(card)}>
        <title>{said(card)}</title>
        <circle cx={at.x} cy={at.y} r={reaches[i]} fillOpacity={0} />
        <circle
          cx={at.x}
          cy={at.y}
          r={radius}
          fill={isFew(card.n) ? 'var(--paper)' : colour}
          stroke={colour}
          strokeWidth={1.5}
        />
        {label && (
          <text
            textAnchor={label.anchor}
            fontSize={fontSize}
            fill={isUrgent ? 'var(--ink)' : 'var(--ink-2)'}
            stroke="var(--paper)"
            strokeWidth={3}
            paintOrder="stroke"
          >
            <SvgLines
              lines={words[label.form] ?? []}
              x={label.x}
              y={firstLine(label.y, words[label.form]?.length ?? 1)}
              step={step}
            />
          </text>
        )}
      </Link>
    );
  });
}

/** What counts as much is never drawn below the line where that begins. */
const drawn = (share: number): number => (isMuch(share) ? Math.max(share, quadrantThreshold) : share);

/** Base of the first of some lines around a middle. */
const firstLine = (middle: number, lines: number): number =>
  tenth(middle + fontSize * 0.35 - ((lines - 1) * step) / 2);

/** How far around its middle a point is hit: as far as a finger needs, but not into the reach of another. */
const reachesOf = (points: readonly { x: number; y: number }[]): number[] =>
  points.map((one) => {
    const apart = points.map((other) =>
      other === one ? Infinity : Math.hypot(other.x - one.x, other.y - one.y),
    );
    return tenth(Math.max(radius, Math.min(finger, Math.min(...apart) / 2)));
  });

const said = ({ number, statement, contested, load, n, estimated }: ScatterCard) =>
  `${number}. ${statement} Contested ${figure(contested)}, load ${figure(load)}${estimated ? ' (estimated)' : ''}, ${n} ${n === 1 ? 'answer' : 'answers'}.`;
