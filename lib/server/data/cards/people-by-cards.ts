import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { CardReference } from '@/lib/core/api/card-schemas';
import type { Input } from '@/lib/core/api/contracts';
import type { PeopleByCards } from '@/lib/core/api/pictures';
import { heatMap } from '@/lib/core/crux/heat-map';
import { opinionGroups } from '@/lib/core/crux/opinion-groups';
import type { CountedPosition } from '@/lib/core/crux/ranking';
import { peopleById } from '@/lib/server/data/agreement/people-by-id';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { rankingOf } from './card-ranking';
import { countedPosition } from './card-rows';
import { findCards } from './list-cards';
import { isRevealed } from './shown-credences';

type Query = Input<'GET /groups/{group}/cards/heat-map'>['query'];

/** A card with the numbers that were given on it; `blind`: not to be shown to the viewer yet. */
interface Answered extends CardReference {
  blind: boolean;
  users: string[];
  credences: number[];
}

/** All positions at once: card by card, two thousand cards take three times as long. */
const sql = `
  WITH given AS (
    SELECT p.card_id, array_agg(p.user_id::text) AS users, array_agg(p.credence) AS credences
    FROM position p JOIN card c ON c.id = p.card_id
    WHERE c.id = ANY($1::uuid[]) AND p.credence IS NOT NULL AND ${countedPosition}
      AND ($4 OR c.status NOT IN ('rejected', 'archived'))
    GROUP BY p.card_id)
  SELECT c.id, c.number, c.kind, c.statement, c.status,
    NOT ${isRevealed({ free: '$3', person: '$2::uuid' })} AS blind, given.users, given.credences
  FROM given JOIN card c ON c.id = given.card_id`;

/** The answers of a group that the viewer may know, ordered by who answers alike. Names stand beside them as on each card's page. */
export async function peopleByCards(
  viewer: Viewer,
  group: string,
  { limit, ...filter }: Query,
): Promise<PeopleByCards> {
  const scope = await groupFor(viewer, group, 'card.read');
  const found = await findCards(viewer, { scope, ranking: await rankingOf(scope.id) }, filter);
  const answered = await query<Answered>('people-by-cards', sql, [
    found,
    viewer.user?.id ?? null,
    !may('position.take', scope),
    filter.status !== undefined,
  ]);
  const place = new Map(found.map((id, i) => [id, i]));
  const known = answered.filter(({ blind }) => !blind).sort((a, b) => place.get(a.id)! - place.get(b.id)!);
  const shown = known.slice(0, limit);
  const map = heatMap(positionsOf(shown));
  const cards = new Map(shown.map((card) => [card.id, card]));
  const people = await peopleById(map.people);
  return {
    people: map.people.map((id) => people.get(id)!),
    cards: map.cards.map((id) => reference(cards.get(id)!)),
    cells: map.cells,
    explained: map.explained,
    blind: answered.filter(({ blind }) => blind).length,
    more: known.length - shown.length,
    groups: opinionGroups(positionsOf(known)),
  };
}

const positionsOf = (cards: readonly Answered[]): CountedPosition[] =>
  cards.flatMap(({ id, users, credences }) =>
    users.map((user, i) => ({ card: id, user, credence: credences[i] ?? null })),
  );

const reference = ({ id, number, kind, statement, status }: Answered): CardReference => ({
  id,
  number,
  kind,
  statement,
  status,
});
