import 'server-only';
import { may } from '@/lib/core/access/permissions';
import type { Card, CardStatus } from '@/lib/core/api/card-schemas';
import type { Input } from '@/lib/core/api/contracts';
import { changedMeanwhile, conflict, forbidden, invalid } from '@/lib/core/api/problem';
import { type CardVerb, cardTransitions, statusAfter, stepsOpenTo } from '@/lib/core/crux/card-states';
import { heldAfterEdit } from '@/lib/server/data/change-annotation';
import { db, transaction } from '@/lib/server/data/database';
import { userIdOf } from '@/lib/server/data/users';
import type { Viewer } from '@/lib/server/data/viewer';
import { type CardStep, recordStep } from './card-events';
import { cardOf } from './card-rows';
import { type CardPlace, type CardScope, lockedCardFor } from './card-scope';

/** Holds the card for a change that names the version it is based on; null for any. */
async function cardToChange(
  viewer: Viewer,
  place: CardPlace,
  { action, ifMatch }: { action: 'card.reword' | 'card.read'; ifMatch: number | null },
): Promise<CardScope> {
  const scope = await lockedCardFor(viewer, place, action);
  if (ifMatch !== null && ifMatch !== scope.version) throw changedMeanwhile(await cardOf(viewer, scope.id));
  return scope;
}

const words = {
  kind: true,
  statement: true,
  details: true,
  operationalization: true,
  resolvesBy: true,
  isRoot: true,
} as const;

/**
 * Rewords a card: moderators any, authors their own while it is proposed. The wording before is kept, and positions
 * taken on it are stale until confirmed, unless the change is of words only.
 */
export async function rewordCard(
  viewer: Viewer,
  place: CardPlace,
  change: Input<'PATCH /groups/{group}/cards/{card}'>['body'] & { ifMatch: number | null },
): Promise<Card> {
  const { ifMatch, wordingOnly, reason, root, resolvesBy, ...rest } = change;
  return transaction(async () => {
    const scope = await cardToChange(viewer, place, { action: 'card.reword', ifMatch });
    if (!may('card.curate', scope.group)) {
      if (scope.status !== 'proposed') throw forbidden('It was accepted; now moderators word it.');
      if (root !== undefined) throw forbidden('Moderators choose the root questions.');
    }
    const before = await wordsOf(scope.id);
    const after = {
      ...before,
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      ...(root !== undefined && { isRoot: root }),
      ...(resolvesBy !== undefined && { resolvesBy: resolvesBy === null ? null : new Date(resolvesBy) }),
    };
    await writeWording(viewer, scope, { before, after, wordingOnly, reason, verb: 'reword' });
    return cardOf(viewer, scope.id);
  });
}

/** The parts of a card that a rewording may change. */
export const wordsOf = (id: string): Promise<Words> =>
  db().card.findUniqueOrThrow({ where: { id }, select: words });

type Words = Record<'kind' | 'statement' | 'details' | 'operationalization', string> & {
  resolvesBy: Date | null;
  isRoot: boolean;
};

interface NewWording extends Pick<CardStep, 'verb' | 'reason' | 'undoes'> {
  before: Words;
  after: Words;
  wordingOnly: boolean;
}

/** Gives a card other words, when they are other words; enters the revision and the step. */
export async function writeWording(
  viewer: Viewer,
  scope: CardScope,
  { before, after, wordingOnly, verb, reason = '', undoes }: NewWording,
): Promise<void> {
  const { id, version, group } = scope;
  const changed = (Object.keys(before) as (keyof Words)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0) return;
  await db().card.update({
    where: { id },
    data: { ...after, version: version + 1, ...(await heldByAuthor(viewer, scope)) },
  });
  const { isRoot: _, ...wording } = after;
  // A new reason why it matters changes nothing of what was asked.
  const sameMeaning = wordingOnly || !changed.some((key) => key === 'statement' || key === 'kind');
  await db().cardRevision.create({
    data: {
      ...wording,
      cardId: id,
      version: version + 1,
      wordingOnly: sameMeaning,
      reason,
      editorId: userIdOf(viewer),
    },
  });
  const part = (from: Words) =>
    JSON.parse(JSON.stringify(Object.fromEntries(changed.map((key) => [key, from[key]]))));
  await recordStep(
    viewer,
    { id, group: group.id },
    {
      verb,
      before: part(before),
      after: { ...part(after), wordingOnly: sameMeaning },
      reason,
      ...(undoes && { undoes }),
    },
  );
}

export interface Step {
  verb: Exclude<CardVerb, 'merge' | 'unmerge'>;
  reason: string;
  source?: string | undefined;
  ifMatch: number | null;
}

/** Takes a card one step on (lib/core/crux/card-states.ts): accept, reject, resolve, reopen, archive and the like. */
export async function stepCard(
  viewer: Viewer,
  place: CardPlace,
  { verb, reason, source, ifMatch }: Step,
): Promise<Card> {
  return transaction(async () => {
    const scope = await cardToChange(viewer, place, { action: 'card.read', ifMatch });
    const card = { status: scope.status, previous: await statusBefore(scope) };
    const isModerator = may('card.curate', scope.group);
    const isAuthor = scope.author === viewer.user?.id && may('card.propose', scope.group);
    const next = statusAfter(verb, card);
    if (!stepsOpenTo({ isAuthor: true, isModerator: true }, card).includes(verb) || next === null)
      throw conflict('step', `A card that is ${scope.status} cannot take this step.`, {
        status: scope.status,
      });
    if (!stepsOpenTo({ isAuthor, isModerator }, card).includes(verb)) throw forbidden();
    const { needs = null } = cardTransitions[verb] as { needs?: 'reason' | 'source' };
    if (needs === 'reason' && reason === '') throw invalid('reason', 'Say why.');
    if (needs === 'source' && !source) throw invalid('source', 'Name the source that settled it.');
    await writeStatus(viewer, scope, { to: next, source: source ?? null, verb, reason });
    return cardOf(viewer, scope.id);
  });
}

interface NewStatus extends Pick<CardStep, 'verb' | 'reason' | 'undoes'> {
  to: CardStatus;
  /** Of the resolution; null clears it. */
  source: string | null;
}

/** Whose words were hidden, or who is new, may reword a card, but others see it only once a moderator looked. */
async function heldByAuthor(viewer: Viewer, { id, author, held, group }: CardScope) {
  if (author !== viewer.user?.id) return {};
  return { held: await heldAfterEdit({ id: group.id, held, author, subject: id }) };
}

/** Moves a card into a state and enters the step. */
export async function writeStatus(
  viewer: Viewer,
  { id, version, status, group }: CardScope,
  { to, source, verb, reason, undoes }: NewStatus,
): Promise<void> {
  const { resolutionSource } = await db().card.findUniqueOrThrow({
    where: { id },
    select: { resolutionSource: true },
  });
  await db().card.update({
    where: { id },
    data: { status: to, resolutionSource: source, version: version + 1 },
  });
  const step = {
    verb,
    reason,
    before: { status, source: resolutionSource },
    after: { status: to, source },
    ...(undoes && { undoes }),
  };
  await recordStep(viewer, { id, group: group.id }, step);
}

/** The state before the card was archived; its history knows. */
async function statusBefore({ id, status }: CardScope): Promise<CardStatus | null> {
  if (status !== 'archived') return null;
  const last = await db().cardEvent.findFirst({
    where: { cardId: id, after: { path: ['status'], equals: 'archived' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { before: true },
  });
  return (last?.before as { status?: CardStatus } | null)?.status ?? null;
}
