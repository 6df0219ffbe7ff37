import 'server-only';
import { v7 } from 'uuid';
import { may } from '@/lib/core/access/permissions';
import type { Relation } from '@/lib/core/api/card-schemas';
import type { Input } from '@/lib/core/api/contracts';
import { conflict, invalid, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { cardShownTo } from '@/lib/server/data/audience';
import { db, query, transaction } from '@/lib/server/data/database';
import { demand, type GroupScope } from '@/lib/server/data/group-scope';
import { notify } from '@/lib/server/data/inbox/notify';
import { heldWords } from '@/lib/server/data/moderation/held-words';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { recordStep } from './card-events';
import { type CardPlace, type CardScope, cardFor, lockedCardFor } from './card-scope';
import { asStep, takeRelation } from './taken-relations';

const reference = (card: string) =>
  `json_build_object('id', ${card}.id, 'number', ${card}.number, 'kind', ${card}.kind, 'statement', ${card}.statement,
     'status', ${card}.status)`;

/** One query: as relations of a model these would be read all at once, and a transaction has one connection. */
const sql = `
  SELECT r.id, r.type, r.rationale, r.state, r.to_relation_id AS "toRelation", r.created_at AS created,
    ${reference('f')} AS "from", CASE WHEN t.id IS NOT NULL THEN ${reference('t')} END AS "to",
    json_build_object('id', u.id, 'name', u.name) AS creator
  FROM relation r
  JOIN card f ON f.id = r.from_id
  LEFT JOIN card t ON t.id = r.to_id
  JOIN "user" u ON u.id = r.created_by_id
  WHERE`;

/** On one of the ends, or on an end of what it undercuts. */
const touching = `(r.from_id = $1::uuid OR r.to_id = $1::uuid OR r.to_relation_id IN (
  SELECT id FROM relation WHERE from_id = $1::uuid OR to_id = $1::uuid))`;

type Row = Omit<Relation, 'created' | 'held'> & { created: Date };

/** With the words that the viewer may see. */
async function toRelations(viewer: Viewer, group: GroupScope, rows: readonly Row[]): Promise<Relation[]> {
  const found = await heldWords(
    'relation',
    rows.map(({ id }) => id),
  );
  return rows.map(({ created, ...row }) => {
    const held = found.get(row.id) ?? null;
    const whole = row.creator.id === viewer.user?.id || may('moderation.review', group);
    const shown = held && !whole ? { rationale: '', held: null } : { rationale: row.rationale, held };
    return { ...row, ...shown, created: created.toISOString() };
  });
}

async function relationOf(viewer: Viewer, group: GroupScope, id: string): Promise<Relation> {
  return onlyOne(viewer, group, await query<Row>('relation', `${sql} r.id = $1::uuid`, [id]));
}

async function onlyOne(viewer: Viewer, group: GroupScope, rows: readonly Row[]): Promise<Relation> {
  const [relation] = await toRelations(viewer, group, rows);
  if (!relation) throw notFound();
  return relation;
}

const eyes = { viewer: '$2::uuid', moderates: '$3::boolean' };

/** The arrows from and to a card, and what undercuts them, oldest first. */
export async function listRelations(viewer: Viewer, place: CardPlace): Promise<Relation[]> {
  const { id, group } = await cardFor(viewer, place, 'card.read');
  const rows = await query<Row>(
    'relations',
    `${sql} ${touching} AND ${cardShownTo(eyes, 'f')} AND (t.id IS NULL OR ${cardShownTo(eyes, 't')})
     ORDER BY r.created_at, r.id`,
    [id, viewer.user?.id ?? null, may('moderation.review', group)],
  );
  return toRelations(viewer, group, rows);
}

type Draft = Input<'POST /groups/{group}/cards/{card}/relations'>['body'];

/** Draws an arrow. A moderator's stands at once, another's waits to be accepted. Saying it again changes nothing. */
export async function relateCard(viewer: Viewer, place: CardPlace, draft: Draft): Promise<Relation> {
  return transaction(async () => {
    const card = await lockedCardFor(viewer, place, 'card.link');
    const end = await endOf(viewer, card, draft);
    const same = await db().relation.findFirst({
      where: { fromId: card.id, type: draft.type, ...end },
      select: { id: true },
    });
    if (same) return relationOf(viewer, card.group, same.id);
    const { id = v7(), type, rationale } = draft;
    if (await db().relation.count({ where: { id } }))
      throw conflict('id-taken', 'There is another relation of this id. Send it with a new one.');
    const state = may('card.curate', card.group) ? 'accepted' : 'proposed';
    if (state === 'accepted')
      await refuseContradiction({ fromId: card.id, toId: end.toId, type, except: id });
    await db().relation.create({
      data: { id, fromId: card.id, type, rationale, state, createdById: userIdOf(viewer), ...end },
    });
    await recordStep(
      viewer,
      { id: card.id, group: card.group.id },
      { verb: 'relate', after: { relation: id, type, ...end } },
    );
    if ((await heldWords('relation', [id])).size > 0)
      await notify({ kind: 'review', event: id, group: card.group.id });
    return relationOf(viewer, card.group, id);
  });
}

/** Where the arrow ends: on another standing card of the group, or on one of its relations. */
async function endOf(viewer: Viewer, card: CardScope, draft: Draft) {
  const group = card.group.id;
  if (draft.type === 'undercuts') {
    const relation = await db().relation.findFirst({
      where: { id: draft.toRelation, from: { groupId: group } },
      select: { fromId: true },
    });
    if (!relation) throw notFound();
    return { toRelationId: draft.toRelation, toId: null };
  }
  if (draft.to === card.id) throw invalid('itself', 'A card cannot bear on itself.');
  const { id } = await lockedCardFor(viewer, { group, card: draft.to }, 'card.read');
  return { toId: id, toRelationId: null };
}

/** "Supports" and "attacks" between the same two cards can both be proposed, never both be accepted. */
async function refuseContradiction(one: {
  fromId: string;
  toId: string | null;
  type: string;
  except: string;
}) {
  const opposite = { supports: 'attacks', attacks: 'supports' }[one.type];
  if (opposite === undefined || one.toId === null) return;
  const other = await db().relation.findFirst({
    where: { fromId: one.fromId, toId: one.toId, type: opposite, state: 'accepted', id: { not: one.except } },
    select: { id: true },
  });
  if (other)
    throw conflict(
      'contradiction',
      `It is accepted already that the first ${opposite} the second. Reject that first.`,
      {
        relation: other.id,
      },
    );
}

/** Accepts or rejects a relation; the answer is the same when it stood so before. */
export async function reviewRelation(
  viewer: Viewer,
  place: CardPlace & { id: string },
  state: Relation['state'],
): Promise<Relation> {
  return transaction(async () => {
    const card = await lockedCardFor(viewer, place, 'card.curate');
    const row = await rowOf(viewer, card, place.id);
    if (row.state === state) return row;
    if (state === 'accepted')
      await refuseContradiction({
        fromId: row.from.id,
        toId: row.to?.id ?? null,
        type: row.type,
        except: row.id,
      });
    await db().relation.update({ where: { id: row.id }, data: { state } });
    await recordStep(
      viewer,
      { id: card.id, group: card.group.id },
      {
        verb: 'review-relation',
        before: { relation: row.id, state: row.state },
        after: { relation: row.id, state },
      },
    );
    return { ...row, state };
  });
}

/** Takes a relation away, and what undercuts it: moderators any, others what they drew. */
export async function unrelateCard(viewer: Viewer, place: CardPlace & { id: string }): Promise<void> {
  await transaction(async () => {
    const card = await lockedCardFor(viewer, place, 'card.read');
    const row = await rowOf(viewer, card, place.id);
    demand(viewer, 'card.unlink', { ...card.group, own: row.creator.id === viewer.user?.id });
    const before = asStep(await takeRelation(row.id));
    await recordStep(viewer, { id: card.id, group: card.group.id }, { verb: 'unrelate', before });
  });
}

async function rowOf(viewer: Viewer, card: CardScope, id: string): Promise<Relation> {
  if (!isId(id)) throw notFound();
  const rows = await query<Row>('card-relation', `${sql} ${touching} AND r.id = $2::uuid`, [card.id, id]);
  return onlyOne(viewer, card.group, rows);
}
