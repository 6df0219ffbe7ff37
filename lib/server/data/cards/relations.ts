import 'server-only';
import { v7 } from 'uuid';
import { may } from '@/lib/core/access/permissions';
import type { Relation } from '@/lib/core/api/card-schemas';
import type { Input } from '@/lib/core/api/contracts';
import { conflict, invalid, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { db, transaction } from '@/lib/server/data/database';
import { demand } from '@/lib/server/data/group-scope';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import type { Prisma } from '@/prisma/generated/client';
import { recordStep } from './card-events';
import { type CardPlace, type CardScope, cardFor, lockedCardFor } from './card-scope';
import { asStep, takeRelation } from './taken-relations';

const reference = { select: { id: true, number: true, kind: true, statement: true, status: true } } as const;
const shown = {
  ...{ id: true, type: true, rationale: true, state: true, createdAt: true, toRelationId: true },
  ...{ createdById: true, fromId: true, toId: true },
  from: reference,
  to: reference,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.RelationSelect;

type Row = Prisma.RelationGetPayload<{ select: typeof shown }>;

const toRelation = ({
  createdAt,
  createdBy,
  toRelationId,
  createdById: _,
  fromId: __,
  toId: ___,
  ...rest
}: Row) =>
  ({
    ...rest,
    toRelation: toRelationId,
    creator: createdBy,
    created: createdAt.toISOString(),
  }) as Relation;

const touching = (id: string): Prisma.RelationWhereInput => ({
  OR: [{ fromId: id }, { toId: id }, { toRelation: { OR: [{ fromId: id }, { toId: id }] } }],
});

/** The arrows from and to a card, and what undercuts them, oldest first. */
export async function listRelations(viewer: Viewer, place: CardPlace): Promise<Relation[]> {
  const { id } = await cardFor(viewer, place, 'card.read');
  const rows = await db().relation.findMany({
    where: touching(id),
    select: shown,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toRelation);
}

type Draft = Input<'POST /groups/{group}/cards/{card}/relations'>['body'];

/** Draws an arrow. A moderator's stands at once, another's waits to be accepted. Saying it again changes nothing. */
export async function relateCard(viewer: Viewer, place: CardPlace, draft: Draft): Promise<Relation> {
  return transaction(async () => {
    const card = await lockedCardFor(viewer, place, 'card.link');
    const end = await endOf(viewer, card, draft);
    const same = await db().relation.findFirst({
      where: { fromId: card.id, type: draft.type, ...end },
      select: shown,
    });
    if (same) return toRelation(same);
    const { id = v7(), type, rationale } = draft;
    if (await db().relation.count({ where: { id } }))
      throw conflict('id-taken', 'There is another relation of this id. Send it with a new one.');
    const state = may('card.curate', card.group) ? 'accepted' : 'proposed';
    if (state === 'accepted')
      await refuseContradiction({ fromId: card.id, toId: end.toId, type, except: id });
    const row = await db().relation.create({
      data: { id, fromId: card.id, type, rationale, state, createdById: userIdOf(viewer), ...end },
      select: shown,
    });
    await recordStep(
      viewer,
      { id: card.id, group: card.group.id },
      { verb: 'relate', after: { relation: id, type, ...end } },
    );
    return toRelation(row);
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
    const row = await rowOf(card, place.id);
    if (row.state === state) return toRelation(row);
    if (state === 'accepted') await refuseContradiction({ ...row, except: row.id });
    const changed = await db().relation.update({ where: { id: row.id }, data: { state }, select: shown });
    await recordStep(
      viewer,
      { id: card.id, group: card.group.id },
      {
        verb: 'review-relation',
        before: { relation: row.id, state: row.state },
        after: { relation: row.id, state },
      },
    );
    return toRelation(changed);
  });
}

/** Takes a relation away, and what undercuts it: moderators any, others what they drew. */
export async function unrelateCard(viewer: Viewer, place: CardPlace & { id: string }): Promise<void> {
  await transaction(async () => {
    const card = await lockedCardFor(viewer, place, 'card.read');
    const row = await rowOf(card, place.id);
    demand(viewer, 'card.unlink', { ...card.group, own: row.createdById === viewer.user?.id });
    const before = asStep(await takeRelation(row.id));
    await recordStep(viewer, { id: card.id, group: card.group.id }, { verb: 'unrelate', before });
  });
}

async function rowOf(card: CardScope, id: string): Promise<Row> {
  const row = isId(id)
    ? await db().relation.findFirst({ where: { id, ...touching(card.id) }, select: shown })
    : null;
  if (!row) throw notFound();
  return row;
}
