import './card-chips.css';
import { type Desk, useDesk, useDeskState } from '@/components/annotation/desk';
import { kindTag } from '@/components/crux/kind-tag';
import type { MetCard } from '@/lib/core/api/cards';

export function showCards(desk: Desk, items: readonly MetCard[]): void {
  const met = new Map<string, readonly MetCard[]>();
  for (const item of items) met.set(item.annotation, [...(met.get(item.annotation) ?? []), item]);
  desk.patch({ cards: { met, Chips: CardChips } });
}

/** What the status adds to the statement; a card that is open needs no word for it. */
const standing: Partial<Record<MetCard['card']['status'], string>> = {
  'resolved-true': 'true',
  'resolved-false': 'false',
  dissolved: 'dissolved',
  rejected: 'rejected',
};

/** The cards that a note's passage belongs to, each leading to its page. */
function CardChips({ annotation }: { annotation: string }) {
  const { group, tags } = useDesk().store.reading;
  const cards = useDeskState((state) => state.cards?.met.get(annotation));
  if (!cards) return null;
  return (
    <ul className="note-chips" aria-label="Cards">
      {cards.map(({ occurrence, role, card }) => {
        const { name, glyph, slot } = kindTag(card.kind, tags);
        const isOver = standing[card.status];
        return (
          <li key={occurrence}>
            <a
              href={`/g/${group.slug}/cards/${card.number}`}
              title={card.statement}
              data-over={isOver}
              onClick={(event) => event.stopPropagation()}
            >
              <i className={`k${slot}`} aria-hidden="true">
                {glyph}
              </i>
              <span className="sr-only">{name}: </span>
              {role !== 'states' && <small>{role}</small>}
              <bdi>{card.statement}</bdi>
              {isOver && <small>{isOver}</small>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
