import 'server-only';
import type { Card, CardStatus } from '@/lib/core/api/card-schemas';
import { conflict, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { isOpenCard } from '@/lib/core/crux/open-card';
import { type UndoKind, undoKind } from '@/lib/core/crux/undo-kind';
import { db, transaction } from '@/lib/server/data/database';
import { lockedGroupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import type { CardEvent } from '@/prisma/generated/client';
import { recordStep } from './card-events';
import { cardOf } from './card-rows';
import { type CardPlace, type CardScope, cardFor } from './card-scope';
import { wordsOf, writeStatus, writeWording } from './change-card';
import { unmerge } from './merge-cards';
import { redraw, takeRelation } from './taken-relations';

/** What could not be restored, in words. */
type Lost = string[];

interface Undoing {
  viewer: Viewer;
  card: CardScope;
  event: CardEvent;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

const changedSince = (what: string) =>
  conflict('changed-since', `${what} was changed since. Undo that first, or change it by hand.`);

/** Takes a step of a card back; the history keeps both. The answer lists what could not be restored. */
export async function undoStep(
  viewer: Viewer,
  place: CardPlace & { event: string },
): Promise<{ card: Card; lost: Lost }> {
  return transaction(async () => {
    await lockedGroupFor(viewer, place.group, 'card.read');
    const card = await cardFor(viewer, place, 'card.curate');
    const event = isId(place.event)
      ? await db().cardEvent.findFirst({
          where: { id: place.event, cardId: card.id },
          include: { undoneBy: { select: { id: true } } },
        })
      : null;
    if (!event) throw notFound();
    if (event.undoneBy) throw conflict('undone-already', 'This step was taken back already.');
    const kind = undoKind(event);
    if (card.mergedInto !== null && kind !== 'merge')
      throw conflict('merged', 'This card was merged into another. Undo the merge first.', {
        into: card.mergedInto,
      });
    const [before, after] = [event.before, event.after].map(
      (part) => (part ?? {}) as Record<string, unknown>,
    );
    const lost = await undoings[kind]({ viewer, card, event, before: before ?? {}, after: after ?? {} });
    return { card: await cardOf(viewer, card.id), lost };
  });
}

const undoings: Record<UndoKind, (undoing: Undoing) => Promise<Lost>> = {
  status: async ({ viewer, card, event, before, after }) => {
    if (card.status !== after.status) throw changedSince('The status');
    await writeStatus(viewer, card, {
      to: before.status as CardStatus,
      source: (before.source as string | null) ?? null,
      verb: 'undo',
      reason: '',
      undoes: event.id,
    });
    return [];
  },

  reword: async ({ viewer, card, event, before, after }) => {
    const now = await wordsOf(card.id);
    const restored = { ...now, ...before } as typeof now;
    if (before.resolvesBy) restored.resolvesBy = new Date(before.resolvesBy as string);
    const plain = JSON.parse(JSON.stringify(now)) as Record<string, unknown>;
    for (const key of Object.keys(before)) if (plain[key] !== after[key]) throw changedSince('The wording');
    const wordingOnly = after.wordingOnly === true;
    await writeWording(viewer, card, {
      before: now,
      after: restored,
      wordingOnly,
      verb: 'undo',
      undoes: event.id,
    });
    return [];
  },

  passage: async (undoing) => {
    const { before, after, event } = undoing;
    if (event.verb === 'link') {
      const linked = { id: String(after.occurrence), cardId: undoing.card.id };
      const { count } = await db().occurrence.deleteMany({ where: linked });
      if (count === 0) throw changedSince('The passage');
      return entered(undoing);
    }
    const [id, annotationId, role] = [before.occurrence, before.annotation, before.role].map(String);
    const key = { cardId: undoing.card.id, annotationId: annotationId!, role: role! };
    const gone = (await db().annotation.count({ where: { id: annotationId!, deletedAt: null } })) === 0;
    if (gone) return entered(undoing, ['passage: target-gone']);
    const { count } = await db().occurrence.createMany({
      data: { id: id!, ...key, createdById: String(before.by), createdAt: String(before.at) },
      skipDuplicates: true,
    });
    return entered(undoing, count === 0 ? ['passage: place-taken'] : []);
  },

  relation: async (undoing) => {
    const { event, before, after } = undoing;
    const id = String(after.relation ?? before.relation);
    if (event.verb === 'relate') {
      const [taken, ...undercuts] = await takeRelation(id);
      if (!taken) throw changedSince('The relation');
      return entered(
        undoing,
        undercuts.map(() => 'relation: target-gone'),
      );
    }
    if (event.verb === 'review-relation') {
      const { count } = await db().relation.updateMany({
        where: { id, state: String(after.state) },
        data: { state: String(before.state) },
      });
      if (count === 0) throw changedSince('The relation');
    }
    if (event.verb === 'unrelate') return entered(undoing, await redraw(before));
    return entered(undoing);
  },

  merge: async (undoing) => {
    const { viewer, card, after, event } = undoing;
    const merge = String(after.merge);
    const lost = await unmerge(viewer, card.group.id, merge);
    const twins = await db().cardEvent.findMany({
      where: {
        card: { groupId: card.group.id },
        verb: { in: ['merge', 'absorb'] },
        after: { path: ['merge'], equals: merge },
      },
    });
    for (const twin of twins.filter(({ id }) => id !== event.id))
      await recordStep(
        viewer,
        { id: twin.cardId, group: card.group.id },
        { verb: 'undo', after: { lost }, undoes: twin.id },
      );
    return entered(undoing, lost);
  },

  split: async (undoing) => {
    const { viewer, card, after } = undoing;
    const made = await cardFor(viewer, { group: card.group.id, card: String(after.card) }, 'card.curate');
    if (!isOpenCard(made)) throw changedSince('The new card');
    const ids = after.occurrences as string[];
    const { count } = await db().occurrence.updateMany({
      where: { id: { in: ids }, cardId: made.id },
      data: { cardId: card.id },
    });
    await writeStatus(viewer, made, { to: 'archived', source: null, verb: 'archive', reason: '' });
    return entered(undoing, Array<string>(ids.length - count).fill('passage: changed-since'));
  },

  never: async () => {
    throw conflict('not-undoable', 'This step cannot be taken back. Take the opposite one.');
  },
};

/** Enters the undoing of a step that changed neither status nor words. */
async function entered({ viewer, card, event }: Undoing, lost: Lost = []): Promise<Lost> {
  const step = { verb: 'undo', after: { lost }, undoes: event.id };
  await recordStep(viewer, { id: card.id, group: card.group.id }, step);
  return lost;
}
