import { useId } from 'react';
import { tenth } from '@/components/crux/pictures/axis';
import { Unspoken } from '@/components/crux/pictures/unspoken';
import { wrapWords } from '@/components/crux/pictures/wrap-words';
import { shortNumber } from '@/lib/core/agreement/agreement-words';

/** α of one tag: over everything, and in single texts. */
export interface AlphaRow {
  key: string;
  label: string;
  /** Colour of the tag, as CSS. */
  colour: string;
  whole: AlphaPoint | null;
  texts: AlphaPoint[];
  /** What it stands on, in words. */
  support: string;
}

interface AlphaPoint {
  alpha: number;
  /** Stands on few people or passages. */
  isThin: boolean;
  title: string;
}

interface Props {
  rows: readonly AlphaRow[];
  size: { width: number; label: number; row: number };
  className: string;
}

const margin = { top: 26, bottom: 30, right: 20 };
const ticks = [-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1];
/** Krippendorff's lines. */
const lines = [0.667, 0.8];

/** α by tag on one axis: a large point for everything, small ones for single texts, hollow where it stands on little. */
export function AlphaPlot({ rows, size: { width, label, row }, className }: Props) {
  const id = useId();
  const points = rows.flatMap(({ whole, texts }) => (whole ? [whole, ...texts] : texts));
  const least = Math.max(-1, Math.min(-0.2, ...points.map(({ alpha }) => alpha - 0.05)));
  const height = margin.top + rows.length * row + margin.bottom;
  const bottom = height - margin.bottom;
  const x = (alpha: number) =>
    tenth(label + ((alpha - least) / (1 - least)) * (width - label - margin.right));
  return (
    <svg
      data-picture
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      className={`h-auto w-full ${className}`}
    >
      <title id={`${id}-title`}>α by tag</title>
      <desc id={`${id}-desc`}>
        {`${rows.map(({ label: name, whole }) => `${name}: ${whole ? shortNumber(whole.alpha) : 'undefined'}`).join('; ')}. The table has every text.`}
      </desc>
      <Unspoken>
        <g fontSize={11} fill="var(--ink-3)">
          {lines.map((line, i) => (
            <g key={line}>
              <path
                d={`M${x(line)} ${margin.top - 6}V${bottom}`}
                stroke="var(--accent)"
                strokeDasharray="3 3"
              />
              <text
                x={x(line) + (i === 0 ? -4 : 4)}
                y={margin.top - 10}
                textAnchor={i === 0 ? 'end' : 'start'}
              >
                {shortNumber(line)}
              </text>
            </g>
          ))}
          <path
            d={`M${x(least)} ${bottom}H${x(1)}M${x(0)} ${margin.top - 6}V${bottom}`}
            stroke="var(--rule-strong)"
          />
          {ticks
            .filter((tick) => tick >= least)
            .map((tick) => (
              <text key={tick} x={x(tick)} y={bottom + 16} textAnchor="middle">
                {tick === 0 ? '0' : shortNumber(tick)}
              </text>
            ))}
        </g>
        {rows.map((one, i) => (
          <Row key={one.key} row={one} at={{ y: margin.top + (i + 0.5) * row, left: label }} x={x} />
        ))}
      </Unspoken>
    </svg>
  );
}

interface RowProps {
  row: AlphaRow;
  at: { y: number; left: number };
  x: (alpha: number) => number;
}

function Row({ row: { label, support, colour, whole, texts }, at: { y, left }, x }: RowProps) {
  const [name] = wrapWords(label, { width: left - 14, fontSize: 13, lines: 1 });
  return (
    <>
      <text x={0} y={y - 1} fontSize={13} fill="var(--ink)">
        {name}
      </text>
      <text x={0} y={y + 13} fontSize={10.5} fill="var(--ink-3)">
        {wrapWords(support, { width: left - 10, fontSize: 10.5, lines: 1 })[0]}
      </text>
      <path d={`M${left} ${y}H${x(1)}`} stroke="var(--rule)" />
      {texts.map(({ alpha, isThin, title }) => (
        <circle
          key={title}
          cx={x(alpha)}
          cy={y}
          r={3.5}
          fill={isThin ? 'var(--paper)' : 'var(--ink-3)'}
          stroke="var(--ink-3)"
        >
          <title>{title}</title>
        </circle>
      ))}
      {whole ? (
        <>
          <circle
            cx={x(whole.alpha)}
            cy={y}
            r={7}
            fill={whole.isThin ? 'var(--paper)' : colour}
            stroke={colour}
            strokeWidth={2}
          >
            <title>{whole.title}</title>
          </circle>
          <text
            x={x(whole.alpha)}
            y={y - 11}
            fontSize={11}
            textAnchor="middle"
            fill="var(--ink-2)"
            // Above the lines, which would run through it.
            stroke="var(--paper)"
            strokeWidth={4}
            paintOrder="stroke"
          >
            {shortNumber(whole.alpha)}
          </text>
        </>
      ) : (
        <text x={x(0) + 6} y={y + 4} fontSize={11} fill="var(--ink-3)">
          undefined
        </text>
      )}
    </>
  );
}
