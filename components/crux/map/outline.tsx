import { memo, useMemo } from 'react';
import { figure } from '@/components/crux/figure';
import { credenceColour } from '@/components/crux/pictures/credence-colour';
import type { MapRelation } from '@/lib/core/api/pictures';
import { cardOutline, type OutlineEntry } from '@/lib/core/crux/card-outline';
import { relationWords } from '@/lib/core/crux/relation-words';
import type { MapCard } from './map-card';

interface Props {
  cards: readonly MapCard[];
  relations: readonly MapRelation[];
  /** In the middle of the map. */
  focus: string | null;
  hrefOf: (card: MapCard) => string;
}

/** The map as nested lists: below each card, what bears on it. */
export const Outline = memo(function Outline({ cards, relations, focus, hrefOf }: Props) {
  const { related, alone } = useMemo(() => cardOutline(cards, relations), [cards, relations]);
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const shared = { byId, focus, hrefOf };
  return (
    <>
      {related.length > 0 && <Entries entries={related} depth={0} {...shared} />}
      {alone.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-ui font-medium text-ink-2 text-sm">Not related to another card</h3>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
            {alone.map((id) => (
              <li key={id}>
                <OutlineCard card={byId.get(id)!} {...shared} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
});

/** Deeper than this, a narrow screen has no room for steps to the right. */
const DEEP = 6;

interface EntriesProps extends Shared {
  entries: readonly OutlineEntry<MapRelation>[];
  depth: number;
}

interface Shared extends Pick<Props, 'focus' | 'hrefOf'> {
  byId: ReadonlyMap<string, MapCard>;
}

function Entries({ entries, depth, ...shared }: EntriesProps) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {entries.map(({ card, by, below, isRepeated }) => (
        <li key={by?.id ?? card}>
          {by && <span className="block text-ink-3 text-xs">{hangsBy(by)}</span>}
          <OutlineCard card={shared.byId.get(card)!} {...shared} />
          {isRepeated && <span className="text-ink-3 text-xs"> What bears on it stands above.</span>}
          {below.length > 0 && (
            <div className={`mt-1 border-rule border-s ${depth < DEEP ? 'ms-1.5 ps-2.5' : ''}`}>
              <Entries entries={below} depth={depth + 1} {...shared} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function hangsBy({ type, load, estimated, state }: MapRelation): string {
  const words = type === 'undercuts' ? 'That is undercut by' : relationWords[type].in;
  const carried = load === null ? '' : `, load ${figure(load)}${estimated ? ' (estimated)' : ''}`;
  return `${words}${carried}${state === 'proposed' ? ', proposed' : ''}`;
}

function OutlineCard({ card, focus, hrefOf }: Shared & { card: MapCard }) {
  const { id, statement, belief, words } = card;
  return (
    <a
      href={hrefOf(card)}
      data-card={id}
      aria-current={focus === id ? 'true' : undefined}
      className="wrap-anywhere block rounded-md px-1.5 py-1 text-sm leading-snug no-underline hover:bg-sunken aria-[current]:bg-accent-soft pointer-coarse:py-2"
    >
      <span dir="auto">{statement}</span>{' '}
      <span className="inline-block text-ink-3 text-xs tabular-nums">
        {belief && (
          <span
            aria-hidden="true"
            style={{ background: credenceColour(Math.round(belief.mean)) }}
            className="me-1 inline-block size-2.5 rounded-full align-baseline"
          />
        )}
        {words}
      </span>
    </a>
  );
}
