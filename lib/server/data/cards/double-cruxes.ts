import 'server-only';
import type { Person } from '@/lib/core/annotation/annotation';
import type { CardReference } from '@/lib/core/api/card-schemas';
import type { CardPassage, DoubleCruxes, FoundDoubleCrux } from '@/lib/core/api/pictures';
import { invalid, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { findDoubleCruxes } from '@/lib/core/crux/double-crux';
import { grouped } from '@/lib/core/crux/grouped';
import type { CountedBelief } from '@/lib/core/crux/ranking';
import { cardShownTo, everybody } from '@/lib/server/data/audience';
import { query } from '@/lib/server/data/database';
import { groupFor } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { annotationKnownTo } from './card-rows';
import { isRevealed } from './shown-credences';

type Pair = readonly [string, string];

/** Open cards of the group; a card that the viewer has still to answer says nothing of others. */
interface Row extends CardReference {
  blind: boolean;
  credences: Record<string, number | null>;
}

const cardsSql = `
  SELECT c.id, c.number, c.kind, c.statement, c.status, NOT ${isRevealed({ free: 'false', person: '$3::uuid' })} AS blind,
    coalesce((SELECT json_object_agg(p.user_id, p.credence) FROM position p
      WHERE p.card_id = c.id AND p.user_id = ANY($2::uuid[]) AND p.superseded_at IS NULL), '{}') AS credences
  FROM card c WHERE c.group_id = $1::uuid AND c.status IN ('proposed', 'canonical')
    AND ${cardShownTo(everybody)}`;

const beliefsSql = `
  SELECT b.user_id AS "user", b.crux_id AS crux, b.target_id AS target, b.if_true AS "ifTrue", b.if_false AS "ifFalse",
    b.strength
  FROM conditional_belief b WHERE b.user_id = ANY($1::uuid[]) AND b.crux_id = ANY($2::uuid[])`;

const linksSql = `
  SELECT r.from_id AS "from", r.to_id AS "to" FROM relation r
  WHERE r.from_id = ANY($1::uuid[]) AND r.type = 'crux-for' AND r.state <> 'rejected' ORDER BY r.created_at, r.id`;

/** What two members of a group disagree on and would both change their mind about, from answers that the viewer may know. */
export async function doubleCruxes(viewer: Viewer, group: string, pair: Pair): Promise<DoubleCruxes> {
  const scope = await groupFor(viewer, group, 'position.take');
  const people = await membersOf(scope.id, pair);
  const rows = await query<Row>('double-crux-cards', cardsSql, [scope.id, pair, userIdOf(viewer)]);
  const cards = new Map(rows.filter(({ blind }) => !blind).map((row) => [row.id, row]));
  const ids = [...cards.keys()];
  const [beliefs, arrows] = await Promise.all([
    query<CountedBelief>('double-crux-beliefs', beliefsSql, [pair, ids]),
    query<{ from: string; to: string }>('double-crux-links', linksSql, [ids]),
  ]);
  const { needed, found, missing } = findDoubleCruxes({
    users: pair,
    positions: [...cards.values()].flatMap(({ id, credences }) =>
      Object.entries(credences).map(([user, credence]) => ({ card: id, user, credence })),
    ),
    beliefs,
    links: arrows.filter(({ to }) => cards.has(to)),
  });
  const passages = await passagesOf(viewer, [...new Set(found.map(({ card }) => card))]);
  const named = (id: string) => reference(cards.get(id)!);
  return {
    people,
    shared: sharedBy(pair, cards),
    needed,
    found: found.map(
      ({ card, target, swings }): FoundDoubleCrux => ({
        card: named(card),
        target: named(target),
        swings,
        credences: credencesOf(pair, cards.get(card)!)!,
        passages: passages.get(card) ?? [],
      }),
    ),
    missing: missing.flatMap((one) =>
      one.what === 'conditional' || one.what === 'target'
        ? [{ person: one.user, card: named(one.card), target: named(one.target), what: one.what }]
        : [],
    ),
    blind: rows.length - cards.size,
  };
}

async function membersOf(group: string, pair: Pair): Promise<[Person, Person]> {
  if (!pair.every(isId)) throw notFound();
  if (pair[0] === pair[1]) throw invalid('same-person', 'Choose two different people.');
  const members = await query<Person>(
    'double-crux-people',
    `SELECT u.id, u.name FROM membership m JOIN "user" u ON u.id = m.user_id
     WHERE m.group_id = $1::uuid AND u.id = ANY($2::uuid[])`,
    [group, pair],
  );
  const [one, other] = pair.map((id) => members.find((member) => member.id === id));
  if (!one || !other) throw notFound();
  return [one, other];
}

function credencesOf([one, other]: Pair, { credences }: Row): [number, number] | null {
  const [a = null, b = null] = [credences[one], credences[other]];
  return a === null || b === null ? null : [a, b];
}

function sharedBy(pair: Pair, cards: ReadonlyMap<string, Row>): DoubleCruxes['shared'] {
  const gap = ({ credences: [a, b] }: DoubleCruxes['shared'][number]) => Math.abs(a - b);
  return [...cards.values()]
    .flatMap((row) => {
      const credences = credencesOf(pair, row);
      return credences ? [{ card: reference(row), credences }] : [];
    })
    .sort((a, b) => gap(b) - gap(a) || a.card.number - b.card.number);
}

const reference = ({ id, number, kind, statement, status }: Row): CardReference => ({
  id,
  number,
  kind,
  statement,
  status,
});

async function passagesOf(viewer: Viewer, cards: readonly string[]): Promise<Map<string, CardPassage[]>> {
  const rows = await query<CardPassage & { card: string }>(
    'double-crux-passages',
    `SELECT o.card_id AS card, o.role, a.id AS annotation, coalesce(s.value ->> 'exact', '') AS exact,
       json_build_object('id', e.id, 'slug', l.slug, 'title', e.title) AS essay,
       json_build_object('id', u.id, 'name', u.name) AS author
     FROM occurrence o
     JOIN annotation a ON a.id = o.annotation_id AND ${annotationKnownTo('$2::uuid')}
     JOIN target t ON t.annotation_id = a.id
     CROSS JOIN LATERAL jsonb_array_elements(t.selectors) s
     JOIN essay e ON e.id = a.essay_id
     JOIN reading_list_entry l ON l.group_id = a.group_id AND l.essay_id = a.essay_id
     JOIN "user" u ON u.id = a.author_id
     WHERE o.card_id = ANY($1::uuid[]) AND s.value ->> 'type' = 'TextQuoteSelector'
     ORDER BY l.position, e.id, o.created_at, o.id`,
    [cards, viewer.user?.id ?? null],
  );
  const byCard = grouped(rows, ({ card }) => card);
  return new Map([...byCard].map(([card, all]) => [card, all.map(({ card: _, ...passage }) => passage)]));
}
