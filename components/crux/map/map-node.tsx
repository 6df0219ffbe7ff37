import { memo } from 'react';
import { kindTag } from '@/components/crux/kind-tag';
import { credenceColour } from '@/components/crux/pictures/credence-colour';
import { wrapWords } from '@/components/crux/pictures/wrap-words';
import type { Tag } from '@/lib/core/api/groups';
import { cardSize } from './card-size';
import type { MapCard } from './map-card';

interface Props {
  card: MapCard;
  tags: readonly Tag[];
  x: number;
  y: number;
  href: string;
  /** In the middle of the map. */
  isFocus: boolean;
  /** Seen from so far that words are specks. */
  isFar: boolean;
  /** The one that Tab leads to. */
  isEntry: boolean;
}

const disc = { x: 32, y: cardSize.height / 2, radius: 15 };
const text = { x: 64, size: 13, width: cardSize.width - 64 - 10, lines: 3, step: 16 };

/** The disc, twice as large in the middle of the card. */
const far = `translate(${cardSize.width / 2 - 2 * disc.x} ${-disc.y}) scale(2)`;

/** A card: mean in the disc, spread as the ring around it, statement beside. */
export const MapNode = memo(function MapNode({ card, tags, x, y, href, isFocus, isFar, isEntry }: Props) {
  const { id, number, kind, statement, root, belief, words } = card;
  const tag = kindTag(kind, tags);
  const lines = wrapWords(statement, { width: text.width, fontSize: text.size, lines: text.lines });
  const first = 37 - ((lines.length - 1) * text.step) / 2;
  // The mean stands in the disc.
  const below = `${number}${root ? ', root' : ''} · ${words.replace(/(^|, )\d+ % (?=±)/, '$1')}`;
  return (
    <g transform={`translate(${x} ${y})`}>
      <a
        href={href}
        data-card={id}
        tabIndex={isEntry ? 0 : -1}
        aria-current={isFocus ? 'true' : undefined}
        aria-label={`${tag.name} ${number}: ${statement} ${root ? 'Root question. ' : ''}${words}`}
        className="group outline-none"
      >
        <title>{statement}</title>
        <rect
          width={cardSize.width}
          height={cardSize.height}
          rx={8}
          fill={isFocus ? 'var(--accent-soft)' : 'var(--raised)'}
          stroke={isFocus || root ? 'var(--accent)' : 'var(--rule-strong)'}
          strokeWidth={isFocus || root ? 2.5 : 1}
          className="group-focus-visible:stroke-4 group-focus-visible:stroke-focus"
        />
        <g transform={isFar ? far : undefined} data-moved>
          <g transform={`translate(${disc.x} ${disc.y})`}>
            <Belief belief={belief} />
          </g>
        </g>
        <text fontSize={text.size} fill="var(--ink)" className={isFar ? 'hidden' : undefined}>
          {lines.map((line, i) => (
            <tspan key={line} x={text.x} y={first + i * text.step}>
              {line}
            </tspan>
          ))}
        </text>
        <text
          x={text.x}
          y={cardSize.height - 10}
          fontSize={11}
          fill="var(--ink-3)"
          className={isFar ? 'hidden' : undefined}
        >
          <tspan fill={`var(--hl-${tag.slot}-edge)`}>{tag.glyph}</tspan>
          {` ${wrapWords(below, { width: text.width - 12, fontSize: 11, lines: 1 })[0]}`}
        </text>
      </a>
    </g>
  );
});

interface BeliefProps extends Pick<MapCard, 'belief'> {
  /** Without its number. */
  isBare?: boolean;
}

/** The mean of what members believe as a disc around 0,0, its spread as a ring. */
export function Belief({ belief, isBare = false }: BeliefProps) {
  if (!belief)
    return (
      <circle
        r={disc.radius}
        fill="none"
        stroke="var(--rule-strong)"
        strokeDasharray="2 3"
        strokeWidth={1.5}
      />
    );
  // A spread of 50 points, the most there is, gives a ring of 8.
  const ring = (belief.spread / 50) * 8;
  return (
    <>
      <circle r={disc.radius + 2 + ring / 2} fill="none" stroke="var(--ink-3)" strokeWidth={ring} />
      <circle r={disc.radius} fill={credenceColour(Math.round(belief.mean))} />
      {!isBare && (
        <text y={4.5} textAnchor="middle" fontSize={13} fontWeight={600} fill="var(--ink)">
          {Math.round(belief.mean)}
        </text>
      )}
    </>
  );
}
