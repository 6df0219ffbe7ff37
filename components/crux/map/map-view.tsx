import { Picture } from '@/components/crux/pictures/picture';
import type { TableData } from '@/components/crux/pictures/picture-table';
import type { ListedCard } from '@/lib/core/api/cards';
import type { Tag } from '@/lib/core/api/groups';
import type { MapRelation } from '@/lib/core/api/pictures';
import { arrowForms } from './arrow-forms';
import { CardMap } from './card-map';
import { type MapCard, mapCard } from './map-card';

interface Props {
  group: { slug: string; name: string };
  tags: readonly Tag[];
  cards: readonly ListedCard[];
  /** Cards that found no room. */
  more: number;
  /** Of the whole group. */
  relations: readonly MapRelation[];
  /** Of the page's scripts. */
  nonce: string | undefined;
}

const howToRead = 'What bears on a card stands to its right, and its arrow leads to the card.';

/** What bears on what. */
export function MapView({ group, tags, cards: listed, more, relations: all, nonce }: Props) {
  const path = `/g/${group.slug}/cards`;
  const cards = listed.map(mapCard);
  const ids = new Set(cards.map(({ id }) => id));
  const between = new Set(
    all.flatMap(({ id, from, to }) => (ids.has(from) && to !== null && ids.has(to) ? [id] : [])),
  );
  const relations = all.filter(
    ({ id, from, toRelation }) => between.has(id) || (ids.has(from) && between.has(toRelation ?? '')),
  );
  const rest = more > 0 ? ` The first ${cards.length} cards are drawn; filters find the ${more} others.` : '';
  const arrows = `${relations.length} ${relations.length === 1 ? 'relation' : 'relations'}`;
  return (
    <Picture
      name={`${group.slug}-map`}
      title={`What bears on what: ${group.name}`}
      reading={
        (relations.length === 0
          ? 'No card is related to another yet. Relations are drawn on the page of a card.'
          : howToRead) + rest
      }
      note={`${cards.length} ${cards.length === 1 ? 'card' : 'cards'}, ${arrows}`}
      table={tableOf(path, { cards, relations })}
    >
      <CardMap path={path} tags={tags} cards={cards} relations={relations} nonce={nonce} />
    </Picture>
  );
}

function tableOf(
  path: string,
  { cards, relations }: { cards: MapCard[]; relations: MapRelation[] },
): TableData {
  const card = new Map(cards.map((one) => [one.id, one]));
  const relation = new Map(relations.map((one) => [one.id, one]));
  const end = ({ to, toRelation }: MapRelation): string => {
    if (to !== null) return card.get(to)?.statement ?? '';
    const undercut = relation.get(toRelation ?? '');
    return undercut
      ? `that card ${card.get(undercut.from)?.number} ${arrowForms[undercut.type].word} card ${card.get(undercut.to ?? '')?.number}`
      : '';
  };
  const related = relations.map((one) => {
    const from = card.get(one.from)!;
    return {
      href: `${path}/${from.number}`,
      cells: [
        from.statement,
        from.words,
        arrowForms[one.type].word,
        end(one),
        one.load === null ? null : Number(one.load.toFixed(3)),
        one.k || null,
        [one.state === 'proposed' && 'proposed', one.estimated && 'load estimated']
          .filter(Boolean)
          .join(', ') || null,
      ],
    };
  });
  const ends = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const alone = cards
    .filter(({ id }) => !ends.has(id))
    .map(({ number, statement, words }) => ({
      href: `${path}/${number}`,
      cells: [statement, words, null, null, null, null, null],
    }));
  return {
    columns: [
      { name: 'Card' },
      { name: 'Answers' },
      { name: 'Relation' },
      { name: 'To' },
      { name: 'Load', isNumber: true },
      { name: 'Beliefs', isNumber: true },
      { name: 'Remark' },
    ],
    rows: [...related, ...alone],
  };
}
