import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { Tag } from '@/lib/core/api/groups';
import type { MapRelation } from '@/lib/core/api/pictures';
import { cardSize } from './card-size';
import { clickedCard } from './clicked-card';
import type { Layout } from './lay-out';
import { MapArrows } from './map-arrows';
import type { MapCard } from './map-card';
import { MapNode } from './map-node';
import type { CardSpot } from './next-card';
import { useVisibleBox } from './use-visible-box';
import { useWalk } from './use-walk';
import { isNear } from './visible-box';

interface Props {
  layout: Layout;
  cards: ReadonlyMap<string, MapCard>;
  relations: readonly MapRelation[];
  tags: readonly Tag[];
  /** In the middle of the map. */
  focus: string | null;
  hrefOf: (card: MapCard) => string;
  /** Follows the link of a card. */
  onChoose: (card: MapCard) => void;
}

const edge = 24;
/** From how far away words can be read, in units of the map for a pixel. */
const readable = { arrows: 1.7, cards: 2.4 };

/** Cards and arrows where the layout puts them, to be zoomed, moved and walked through. */
export function MapDrawing({ layout, cards, relations, tags, focus, hrefOf, onChoose }: Props) {
  const id = useId();
  const frame = useRef<SVGSVGElement>(null);
  const whole = useMemo(
    () => ({ x: -edge, y: -edge, width: layout.width + 2 * edge, height: layout.height + 2 * edge }),
    [layout],
  );
  const spots = layout.spots.filter((spot) => cards.has(spot.id));
  const view = useVisibleBox(frame, whole, heartOf(spots, cards, focus) ?? whole);
  const walk = useWalk(frame, { spots, relations, focus, view });
  // What is in view is drawn a moment before the rest.
  const isWhole = useDeferredValue(true, false);
  const isFar = view.distance > readable.cards;
  const at = ({ id: card, x, y }: CardSpot) => ({
    x,
    y,
    isFar,
    isFocus: card === focus,
    isEntry: card === walk.first,
  });
  return (
    <div className="relative">
      <svg
        ref={frame}
        data-picture
        data-whole={`${whole.x} ${whole.y} ${whole.width} ${whole.height}`}
        viewBox={`${view.box.x} ${view.box.y} ${view.box.width} ${view.box.height}`}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
        role="group"
        style={{ height: `${Math.round(view.height)}px` }}
        className="max-h-[60svh] min-h-80 w-full cursor-grab touch-none select-none rounded-lg border border-rule bg-paper active:cursor-grabbing lg:max-h-[75svh]"
        {...walk.handlers}
        onClickCapture={(event) => {
          const card = clickedCard(event, cards);
          if (!card) return;
          event.preventDefault();
          if (!view.wasDragged()) onChoose(card);
        }}
        onDragStart={(event) => event.preventDefault()}
        {...view.pointer}
      >
        <title id={`${id}-title`}>Map of cards</title>
        <desc id={`${id}-desc`}>
          The outline beside it says the same. Arrow keys follow the arrows of the map, Enter brings a card
          into the middle, plus, minus and 0 zoom.
        </desc>
        <MapArrows
          layout={layout}
          relations={relations}
          id={id}
          near={walk.near}
          hasWords={view.distance < readable.arrows}
        />
        {(isWhole ? spots : spots.filter((spot) => isNear(spot, view.box))).map((spot) => {
          const card = cards.get(spot.id)!;
          const href = hrefOf(card);
          return <MapNode key={spot.id} card={card} tags={tags} href={href} {...at(spot)} />;
        })}
      </svg>
      <ZoomBar keys={view.keys} />
    </div>
  );
}

/** What the map opens around: the card that was chosen, the root question, or the end of most ways. */
function heartOf(spots: readonly CardSpot[], cards: ReadonlyMap<string, MapCard>, focus: string | null) {
  const [first] = [...spots].sort((a, b) => a.x - b.x);
  const spot = spots.find(({ id }) => id === focus) ?? spots.find(({ id }) => cards.get(id)?.root) ?? first;
  return spot && { ...spot, ...cardSize };
}

const zooms = [
  ['-', 'Zoom out', ZoomOut],
  ['+', 'Zoom in', ZoomIn],
  ['0', 'Show all', Maximize],
] as const;

/** What the keys do, for those who point. */
function ZoomBar({ keys }: { keys: Record<string, () => void> }) {
  return (
    <div className="absolute end-3 bottom-3 flex gap-1">
      {zooms.map(([key, label, Icon]) => (
        <Button
          key={key}
          look="outline"
          size="sm"
          aria-label={label}
          title={`${label} (${key})`}
          onClick={keys[key]}
          className="shadow-raised"
        >
          <Icon size={16} aria-hidden="true" />
        </Button>
      ))}
    </div>
  );
}
