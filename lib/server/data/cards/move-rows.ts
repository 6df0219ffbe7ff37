import 'server-only';
import type { HeldBelief, HeldOccurrence, HeldPosition, HeldRelation } from '@/lib/core/crux/holdings';
import { carriedOver } from '@/lib/core/crux/merge-answers';
import type { Merging } from '@/lib/core/crux/merge-plan';
import { db } from '@/lib/server/data/database';

/** What an undo needs of rows that a merge takes out, beside what the plan holds of them. */
export interface Keepsake {
  id: string;
  createdById: string;
  /** ISO 8601. */
  createdAt: string;
  rationale?: string;
}

export const moveOccurrence = ({ id, card, role }: HeldOccurrence) =>
  db().occurrence.update({ where: { id }, data: { cardId: card, role } });

export const moveRelation = ({ id, from, to, toRelation, type, state }: HeldRelation) =>
  db().relation.update({
    where: { id },
    data: { fromId: from, toId: to, toRelationId: toRelation, type, state },
  });

const positionData = ({ card, credence, version, inheritedFrom }: Omit<HeldPosition, 'id'>) => ({
  ...{ cardId: card, credence, version, inheritedFromId: inheritedFrom },
});

export const movePosition = ({ id, ...row }: HeldPosition) =>
  db().position.update({ where: { id }, data: positionData(row) });

export async function moveBelief(from: HeldBelief, to: HeldBelief): Promise<void> {
  await db().conditionalBelief.update({
    where: { userId_cruxId_targetId: { userId: from.user, cruxId: from.crux, targetId: from.target } },
    data: { cruxId: to.crux, targetId: to.target, ifTrue: to.ifTrue, ifFalse: to.ifFalse },
  });
}

const ids = (held: { id: string }[]) => ({ id: { in: held.map(({ id }) => id) } });
const made = { id: true, createdById: true, createdAt: true } as const;

/** Takes out passages and relations, and keeps what it would take to bring them back. */
export async function dropLinks(rows: {
  occurrences: HeldOccurrence[];
  relations: HeldRelation[];
}): Promise<Keepsake[]> {
  const occurrences = await db().occurrence.findMany({ where: ids(rows.occurrences), select: made });
  const relations = await db().relation.findMany({
    where: ids(rows.relations),
    select: { ...made, rationale: true },
  });
  await db().occurrence.deleteMany({ where: ids(rows.occurrences) });
  await db().relation.deleteMany({ where: ids(rows.relations) });
  return [...occurrences, ...relations].map(({ createdAt, ...rest }) => ({
    ...rest,
    createdAt: createdAt.toISOString(),
  }));
}

/** Makes positions the history of the surviving card, and takes beliefs out, of which a plan holds everything. */
export async function dropAnswers(
  merging: Merging,
  { positions, beliefs }: { positions: HeldPosition[]; beliefs: HeldBelief[] },
): Promise<void> {
  for (const { user, crux, target } of beliefs)
    await db().conditionalBelief.deleteMany({ where: { userId: user, cruxId: crux, targetId: target } });
  await db().$executeRaw`UPDATE position SET superseded_at = now()
    WHERE id = ANY(${positions.map(({ id }) => id)}::uuid[])`;
  for (const row of positions) await movePosition(carriedOver(row, merging));
}

/** Brings a row back that a merge took out; false when its annotation, or the account that it was of, was deleted since. */
export const bringBack = {
  async occurrence({ id, card, annotation, role }: HeldOccurrence, kept: Keepsake | undefined) {
    if (!kept || (await db().annotation.count({ where: { id: annotation } })) === 0) return false;
    await db().occurrence.create({ data: { ...kept, id, cardId: card, annotationId: annotation, role } });
    return true;
  },
  async relation(row: HeldRelation, kept: Keepsake | undefined) {
    const { id, from, to, toRelation, type, state } = row;
    if (!kept) return false;
    const ends = { fromId: from, toId: to, toRelationId: toRelation };
    await db().relation.create({ data: { ...kept, id, ...ends, type, state } });
    return true;
  },
  async position({ id, ...row }: HeldPosition) {
    const { count } = await db().position.updateMany({
      where: { id },
      data: { ...positionData(row), supersededAt: null },
    });
    return count > 0;
  },
  async belief({ user, crux, target, changed, ...rest }: HeldBelief) {
    if ((await db().user.count({ where: { id: user, deletedAt: null } })) === 0) return false;
    await db().conditionalBelief.create({
      data: { ...rest, userId: user, cruxId: crux, targetId: target, changedAt: new Date(changed) },
    });
    return true;
  },
};
