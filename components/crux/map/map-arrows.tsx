import { memo } from 'react';
import { figure } from '@/components/crux/figure';
import type { MapRelation } from '@/lib/core/api/pictures';
import { arrowForms, arrowWidth } from './arrow-forms';
import { cardSize } from './card-size';
import type { DrawnArrow, Layout } from './lay-out';

interface Props {
  layout: Layout;
  /** What undercuts an arrow has none of its own in the layout. */
  relations: readonly MapRelation[];
  /** Prefix of the ids of heads. */
  id: string;
  /** Arrows of other cards than this step back; null: none do. */
  near: string | null;
  hasWords: boolean;
}

/** The arrows of a map, under its cards. */
export const MapArrows = memo(function MapArrows({ layout, relations, id, near, hasWords }: Props) {
  const drawn = [...layout.arrows, ...undercuts(layout, relations)];
  const opacity = ({ relation: { from, to, toRelation } }: DrawnArrow) =>
    near === null || from === near || to === near || touches(layout.arrows, toRelation, near) ? 1 : 0.12;
  return (
    <>
      <Heads id={id} />
      {drawn.map((arrow) => (
        <g key={arrow.relation.id} opacity={opacity(arrow)}>
          <Line arrow={arrow} id={id} />
        </g>
      ))}
      {drawn.map((arrow) => (
        <g key={arrow.relation.id} opacity={opacity(arrow)}>
          <Words arrow={arrow} isShown={hasWords} />
        </g>
      ))}
    </>
  );
});

const touches = (arrows: readonly DrawnArrow[], id: string | null, card: string) =>
  arrows.some(({ relation }) => relation.id === id && (relation.from === card || relation.to === card));

function Heads({ id }: { id: string }) {
  return (
    <defs>
      {Object.entries(arrowForms).map(([type, { head, colour, isOpen }]) => (
        <marker
          key={type}
          id={`${id}-${type}`}
          viewBox="-1 -1 12 12"
          refX={10}
          refY={5}
          markerWidth={13}
          markerHeight={13}
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d={head} fill={isOpen ? 'none' : colour} stroke={colour} strokeWidth={isOpen ? 2 : 0} />
        </marker>
      ))}
    </defs>
  );
}

function Line({ arrow: { relation, path }, id }: { arrow: DrawnArrow; id: string }) {
  const { type, load, state } = relation;
  const { colour, dash } = arrowForms[type];
  return (
    <path
      d={path}
      fill="none"
      stroke={colour}
      strokeWidth={arrowWidth(load)}
      strokeDasharray={dash}
      opacity={state === 'proposed' ? 0.5 : 0.85}
      markerEnd={`url(#${id}-${type})`}
    />
  );
}

/** Unreadable from afar, and so not shown there; on paper they are. */
function Words({ arrow: { relation, middle }, isShown }: { arrow: DrawnArrow; isShown: boolean }) {
  const { type, load, estimated, state } = relation;
  const { word, colour } = arrowForms[type];
  const carried = load === null ? '' : ` ${figure(load)}${estimated ? ' est.' : ''}`;
  return (
    <text
      x={middle.x}
      y={middle.y + 3.5}
      textAnchor="middle"
      fontSize={11.5}
      fill={colour}
      stroke="var(--paper)"
      strokeWidth={6}
      paintOrder="stroke"
      className={isShown ? undefined : 'hidden'}
    >
      {`${word}${carried}${state === 'proposed' ? '?' : ''}`}
    </text>
  );
}

/** Straight from the card to the middle of the arrow that it undercuts. */
function undercuts({ spots, arrows }: Layout, relations: readonly MapRelation[]): DrawnArrow[] {
  const spotOf = new Map(spots.map((spot) => [spot.id, spot]));
  const middleOf = new Map(arrows.map(({ relation, middle }) => [relation.id, middle]));
  return relations.flatMap((relation): DrawnArrow[] => {
    const spot = spotOf.get(relation.from);
    const end = middleOf.get(relation.toRelation ?? '');
    if (!spot || !end) return [];
    const start = {
      x: end.x > spot.x + cardSize.width / 2 ? spot.x + cardSize.width : spot.x,
      y: spot.y + cardSize.height / 2,
    };
    const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    return [{ relation, path: `M${start.x} ${start.y}L${end.x} ${end.y}`, middle }];
  });
}
