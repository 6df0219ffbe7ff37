import { useId } from 'react';
import { tenth } from '@/components/crux/pictures/axis';
import { credenceColour } from '@/components/crux/pictures/credence-colour';
import { Unspoken } from '@/components/crux/pictures/unspoken';
import { wrapWords } from '@/components/crux/pictures/wrap-words';
import { shortNumber } from '@/lib/core/agreement/agreement-words';
import type { Pairs } from '@/lib/core/api/agreement';

interface Props {
  pairs: Pairs;
  viewer: string | null;
  size: { label: number; cell: number; row: number };
  className: string;
}

const head = 104;
const fontSize = 12;
/** Below this a cell has no number. */
const wide = 26;

/** α of everybody (rows) with everybody (columns). */
export function PairMap({ pairs: { people, pairs }, viewer, size: { label, cell, row }, className }: Props) {
  const id = useId();
  const [width, height] = [label + people.length * cell + 62, head + people.length * row + 4];
  const names = people.map((person) => (person.id === viewer ? 'You' : person.name));
  return (
    <svg
      data-picture
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      className={className}
    >
      <title id={`${id}-title`}>Who agrees with whom</title>
      <desc
        id={`${id}-desc`}
      >{`${people.length} people, every two of them once. The table has every number.`}</desc>
      <Unspoken>
        {names.map((name, i) => {
          const [x, y] = [tenth(label + (i + 0.5) * cell), head + (i + 0.5) * row + 4];
          const isOwn = people[i]?.id === viewer;
          const look = {
            fontSize,
            fill: isOwn ? 'var(--ink)' : 'var(--ink-2)',
            fontWeight: isOwn ? 600 : 400,
          };
          return (
            <g key={people[i]?.id} {...look}>
              <text x={x + 4} y={head - 6} transform={`rotate(-60 ${x + 4} ${head - 6})`}>
                {wrapWords(name, { width: head * 1.1, fontSize, lines: 1 })[0]}
              </text>
              <text x={label - 10} y={y} textAnchor="end">
                {wrapWords(name, { width: label - 12, fontSize, lines: 1 })[0]}
              </text>
            </g>
          );
        })}
        {pairs.flatMap(({ one, other, alpha, passages }) => {
          const title = `${names[one]} and ${names[other]}: ${alpha.value === null ? 'undefined' : shortNumber(alpha.value)}, ${passages} passages`;
          return [
            [one, other],
            [other, one],
          ].map(([down = 0, across = 0]) => (
            <Cell
              key={`${down} ${across}`}
              alpha={alpha.value}
              title={title}
              at={{ x: label + across * cell, y: head + down * row, width: cell, height: row }}
            />
          ));
        })}
      </Unspoken>
    </svg>
  );
}

interface CellProps {
  alpha: number | null;
  title: string;
  at: { x: number; y: number; width: number; height: number };
}

function Cell({ alpha, title, at: { x, y, width, height } }: CellProps) {
  const [middle, line] = [x + (width - 1) / 2, y + height / 2 + 4];
  return (
    <g>
      <title>{title}</title>
      {alpha !== null && (
        <rect
          x={x}
          y={y}
          width={width - 1}
          height={height - 1}
          rx={2}
          fill={credenceColour(50 + 50 * alpha)}
        />
      )}
      {alpha === null ? (
        <text x={middle} y={line - 1} textAnchor="middle" fontSize={11} fill="var(--ink-3)">
          ·
        </text>
      ) : (
        width >= wide && (
          <text x={middle} y={line} textAnchor="middle" fontSize={11} fill="var(--ink)">
            {shortNumber(alpha)}
          </text>
        )
      )}
    </g>
  );
}
