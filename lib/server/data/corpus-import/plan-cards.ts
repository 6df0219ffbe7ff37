import 'server-only';
import type { CorpusCard } from '@/lib/core/corpus/corpus';
import { query } from '@/lib/server/data/database';
import type { PlannedThreads } from './annotations';
import {
  addBeliefs,
  addCard,
  addPositions,
  addRelations,
  type NamedCards,
  noCards,
  type PlannedCards,
} from './card-rows';
import type { Importing } from './importing';
import { settledIds } from './settled-ids';

type Threads = Pick<PlannedThreads, 'ids' | 'links'>;
/** What the file says of cards, beside what the group has. */
export async function planCards(importing: Importing, { ids: marks, links }: Threads): Promise<PlannedCards> {
  const { corpus, created, matched } = importing;
  const cards = corpus.cards.map(({ card }) => card);
  const met = metIn(cards, links);
  const ids = <T extends { id: string }>(of: (card: CorpusCard) => readonly T[]) =>
    cards.flatMap((card) => of(card).map(({ id }) => id));
  const named: NamedCards = {
    cards: await settledIds(importing, 'card', [...ids((card) => [card]), ...ids(({ aliases }) => aliases)]),
    relations: await settledIds(
      importing,
      'relation',
      ids(({ relations }) => relations),
    ),
    positions: await settledIds(
      importing,
      'position',
      ids(({ positions }) => positions),
    ),
    occurrences: await settledIds(
      importing,
      'occurrence',
      [...met.values()].flat().map(({ id }) => id),
    ),
  };
  const planned = noCards();
  const linked = await linkedTo([...named.cards.values()].map(({ id }) => id));
  for (const { card, row } of corpus.cards) {
    const { id, isThere } = named.cards.get(card.id)!;
    if (isThere) matched.cards++;
    else {
      created.cards++;
      addCard(importing, planned, { card, row, named });
    }
    addBeliefs(importing, planned, { card, row, named });
    addRelations(importing, planned, { card, row, named });
    addPositions(importing, planned, { card, row, named });
    for (const { id: source, annotation, role } of met.get(card.id) ?? []) {
      const mark = marks.get(annotation);
      const occurrence = named.occurrences.get(source)!;
      if (mark === undefined) continue;
      if (occurrence.isThere || linked.has(`${id} ${mark}`)) {
        matched.occurrences++;
        continue;
      }
      created.occurrences++;
      const by = { createdById: importing.userOf(card.person), createdAt: card.created };
      planned.occurrences.push({ id: occurrence.id, cardId: id, annotationId: mark, role, ...by });
    }
  }
  return planned;
}

/** Which annotations the group has linked to its cards, whatever for. */
async function linkedTo(cards: readonly string[]): Promise<Set<string>> {
  const rows = await query<{ card: string; mark: string }>(
    'linked-marks',
    'SELECT card_id AS card, annotation_id AS mark FROM occurrence WHERE card_id = ANY($1::uuid[])',
    [cards],
  );
  return new Set(rows.map(({ card, mark }) => `${card} ${mark}`));
}

/** Where cards are met: as they say, and as annotations say, which know no id of it and perhaps not what for. */
function metIn(cards: readonly CorpusCard[], links: Threads['links']) {
  const met = new Map(cards.map(({ id, occurrences }) => [id, [...occurrences]]));
  const told = new Set(cards.flatMap(({ occurrences }) => occurrences.map(({ annotation }) => annotation)));
  for (const { annotation, card, role } of links)
    if (!told.has(annotation)) met.get(card)?.push({ id: `${card} ${annotation} ${role}`, annotation, role });
  return met;
}
