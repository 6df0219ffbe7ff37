import 'server-only';
import { v7 } from 'uuid';
import type { Card } from '@/lib/core/api/card-schemas';
import { conflict, invalid, notFound } from '@/lib/core/api/problem';
import type { RelationRow } from '@/lib/core/crux/holdings';
import { carriedOver } from '@/lib/core/crux/merge-answers';
import {
  type MergePlan,
  type MergeRefusal,
  type Merging,
  planMerge,
  type RowChanges,
  refuseMerge,
} from '@/lib/core/crux/merge-plan';
import { planUndo, type RowsBack, refuseUndo, type UndoPlan } from '@/lib/core/crux/undo-merge';
import { db, transaction } from '@/lib/server/data/database';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { recordStep } from './card-events';
import { cardOf } from './card-rows';
import { type CardPlace, type CardScope, cardFor, lockedCardFor } from './card-scope';
import { holdingsOf } from './holdings-of';
import * as rows from './move-rows';

const refusals: Record<MergeRefusal | 'held', string> = {
  'same-card': 'A card cannot be merged into itself.',
  'other-group': 'The cards belong to different groups.',
  'other-kind': 'The cards are of different kinds. Give one the kind of the other first.',
  'not-mergeable': 'Only a proposed or accepted card can be merged.',
  'not-live': 'The other card does not stand any more.',
  held: 'Others do not see the card that would stay now, so this one would be lost to them. Show it first.',
};

/** What the row of a merge keeps for undoing it. */
export interface KeptMerge {
  plan: MergePlan;
  keepsakes: rows.Keepsake[];
}

/** Merges a card into another, as the same or as its negation. Nothing is deleted: its address leads on, and it can be undone. */
export async function mergeCard(
  viewer: Viewer,
  place: CardPlace,
  { into: target, negated, reason }: { into: string; negated: boolean; reason: string },
): Promise<Card> {
  return transaction(async () => {
    const from = await lockedCardFor(viewer, place, 'card.curate');
    const into = await lockedCardFor(viewer, { group: from.group.id, card: target }, 'card.curate');
    const merging = await mergingOf(from, into, negated);
    const aliases = await aliasesOf(from.id);
    const plan = planMerge(merging, await holdingsOf([from.id, into.id]), aliases);
    const keepsakes = await carryOut(merging, plan);
    const id = v7();
    const kept: KeptMerge = { plan, keepsakes };
    await db().merge.create({
      data: { id, fromId: from.id, intoId: into.id, negated, plan: JSON.parse(JSON.stringify(kept)) },
    });
    await db().card.update({
      where: { id: from.id },
      data: { status: 'merged', mergedIntoId: into.id, version: { increment: 1 } },
    });
    await redirect(aliases, into.id);
    const group = from.group.id;
    const before = { status: from.status };
    await recordStep(
      viewer,
      { id: from.id, group },
      { verb: 'merge', before, after: { merge: id, card: into.number, negated }, reason },
    );
    await recordStep(
      viewer,
      { id: into.id, group },
      { verb: 'absorb', after: { merge: id, card: from.number, negated }, reason },
    );
    return cardOf(viewer, into.id);
  });
}

/** A merge that may be carried out; throws when these cards cannot become one. */
export async function mergingOf(from: CardScope, into: CardScope, negated: boolean): Promise<Merging> {
  const merging = { from: await mergingCard(from), into: await mergingCard(into), negated };
  const refused = into.held && !from.held ? 'held' : refuseMerge(merging);
  if (refused) throw invalid(refused, refusals[refused]);
  return merging;
}

async function mergingCard({ id, group, status, version }: CardScope) {
  const { kind } = await cardOf(visitor, id);
  return { id, group: group.id, kind, status, version };
}

const aliasesOf = async (id: string) =>
  (await db().card.findMany({ where: { mergedIntoId: id }, select: { id: true } })).map((card) => card.id);

/** Points the addresses of cards to one that stands, so that every redirect is a single hop. */
const redirect = (cards: readonly string[], into: string) =>
  db().card.updateMany({ where: { id: { in: [...cards] } }, data: { mergedIntoId: into } });

/** An arrow takes along what undercuts it, so the undercuts that stay find their new target before it goes. */
async function carryOut(
  merging: Merging,
  { occurrences, relations, positions, beliefs }: MergePlan,
): Promise<rows.Keepsake[]> {
  const [gone, moved] = [droppedOf(relations), afterOf(relations)];
  const keepsakes = [
    ...(await rows.dropOccurrences(droppedOf(occurrences))),
    ...(await rows.dropRelations(gone.filter((row) => !isArrow(row)))),
  ];
  await rows.moveRelations(moved.filter((row) => !isArrow(row)));
  keepsakes.push(...(await rows.dropRelations(gone.filter(isArrow))));
  await rows.moveRelations(moved.filter(isArrow));
  await rows.moveOccurrences(afterOf(occurrences));
  await rows.retirePositions(droppedOf(positions).map((row) => carriedOver(row, merging)));
  await rows.movePositions(afterOf(positions));
  await rows.dropBeliefs(droppedOf(beliefs));
  await rows.moveBeliefs(beliefs.changed);
  return keepsakes;
}

const droppedOf = <Row>({ dropped }: RowChanges<Row>) => dropped.map(({ row }) => row);
const afterOf = <Row>({ changed }: RowChanges<Row>) => changed.map(({ after }) => after);
const isArrow = ({ to }: RelationRow) => to !== null;

/**
 * Takes a merge back: both cards stand again with everything that nobody touched since. Answers with what could not
 * be restored, in words; the caller enters the step.
 */
export async function unmerge(viewer: Viewer, group: string, merge: string): Promise<string[]> {
  const row = await db().merge.findUnique({ where: { id: merge } });
  if (!row) throw notFound();
  await cardFor(viewer, { group, card: row.fromId }, 'card.curate');
  const into = await cardFor(viewer, { group, card: row.intoId }, 'card.curate');
  const refused = refuseUndo(into, row.undoneAt?.toISOString() ?? null);
  if (refused) throw conflict(refused, 'This merge cannot be taken back: undo what followed it first.');
  const { plan, keepsakes } = row.plan as unknown as KeptMerge;
  const undo = planUndo(plan, {
    live: await holdingsOf([row.intoId]),
    aliases: new Set(await aliasesOf(row.intoId)),
    merged: await mergedBut(group, row.fromId),
  });
  const status = await statusBefore(row.fromId, merge);
  await db().card.update({
    where: { id: row.fromId },
    data: { status, mergedIntoId: null, version: { increment: 1 } },
  });
  await redirect(undo.repointed, row.fromId);
  const gone = await restore(undo, keepsakes);
  await db().$executeRaw`UPDATE merge SET undone_at = now() WHERE id = ${merge}::uuid`;
  return [...inWords(undo), ...gone.map((kind) => `${names[kind]}: target-gone`)];
}

async function mergedBut(group: string, card: string): Promise<Set<string>> {
  const rows = await db().card.findMany({
    where: { groupId: group, status: 'merged', id: { not: card } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

async function statusBefore(cardId: string, merge: string): Promise<string> {
  const step = await db().cardEvent.findFirstOrThrow({
    where: { cardId, verb: 'merge', after: { path: ['merge'], equals: merge } },
    select: { before: true },
  });
  return (step.before as { status: string }).status;
}

/** Answers with what turned out to be gone for good, by kind. Arrows come back before what undercuts them. */
async function restore(
  { occurrences, relations, positions, beliefs }: UndoPlan,
  keepsakes: rows.Keepsake[],
): Promise<(keyof typeof names)[]> {
  const kept = new Map(keepsakes.map((one) => [one.id, one]));
  const withKeepsake = <Row extends { id: string }>(row: Row) => ({ ...row, ...kept.get(row.id)! });
  const undercuts = relations.restored.filter(({ back }) => !isArrow(back));
  await rows.moveOccurrences(moving(occurrences.restored));
  const passages = await rows.bringBackOccurrences(missing(occurrences.restored).map(withKeepsake));
  for (const wave of [relations.restored.filter(({ back }) => isArrow(back)), undercuts]) {
    await rows.moveRelations(moving(wave));
    await rows.bringBackRelations(missing(wave).map(withKeepsake));
  }
  await rows.movePositions(moving(positions.restored));
  const answers = await rows.movePositions(missing(positions.restored));
  await rows.moveBeliefs(
    beliefs.restored.flatMap(({ now, back }) => (now ? { before: now, after: back } : [])),
  );
  const believed = await rows.bringBackBeliefs(missing(beliefs.restored));
  return [
    ...times('occurrences', missing(occurrences.restored).length - passages.length),
    ...times('positions', missing(positions.restored).length - answers.length),
    ...times('beliefs', missing(beliefs.restored).length - believed.length),
  ];
}

type Restored<Row> = RowsBack<Row>['restored'];

const moving = <Row>(restored: Restored<Row>) => restored.flatMap(({ now, back }) => (now ? back : []));
const missing = <Row>(restored: Restored<Row>) => restored.flatMap(({ now, back }) => (now ? [] : back));
const times = (kind: keyof typeof names, count: number) => Array<keyof typeof names>(count).fill(kind);

const names = { occurrences: 'passage', relations: 'relation', positions: 'position', beliefs: 'belief' };

const inWords = (undo: UndoPlan): string[] =>
  (Object.keys(names) as (keyof typeof names)[]).flatMap((kind) =>
    undo[kind].lost.map(({ because }) => `${names[kind]}: ${because}`),
  );
