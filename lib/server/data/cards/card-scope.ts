import 'server-only';
import { type Action, may } from '@/lib/core/access/permissions';
import type { CardStatus } from '@/lib/core/api/card-schemas';
import { conflict, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import { isOpenCard } from '@/lib/core/crux/open-card';
import { query } from '@/lib/server/data/database';
import { demand, type GroupScope, groupFor, lockedGroupFor } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';

/** A card as a URL names it: group by id or slug, card by id or number. */
export interface CardPlace {
  group: string;
  card: string;
}

/** A card as the viewer stands to it. */
export interface CardScope {
  group: GroupScope;
  id: string;
  number: number;
  status: CardStatus;
  version: number;
  author: string;
  /** Pending or hidden: then only its author and moderators find it. */
  held: 'pending' | 'hidden' | null;
  /** Where its address leads now; null while it stands. */
  mergedInto: string | null;
}

const scopeSql = `
  SELECT id, number, status, version, created_by_id AS author, held, merged_into_id AS "mergedInto"
  FROM card WHERE group_id = $1::uuid AND`;

/** Finds a card for an action; one that was merged is found too. */
export async function cardFor(viewer: Viewer, place: CardPlace, action: Action): Promise<CardScope> {
  const group = await groupFor(viewer, place.group, 'card.read');
  const scope = await find(group, place.card);
  const isMine = scope.author === viewer.user?.id;
  if (scope.held && !isMine && !may('moderation.review', group)) throw notFound();
  demand(viewer, action, { ...group, own: isMine });
  return scope;
}

/**
 * The same for a change, in its transaction: steps on the cards of one group follow each other, so that nothing comes
 * to stand on a card that is being merged away.
 */
export async function lockedCardFor(viewer: Viewer, place: CardPlace, action: Action): Promise<CardScope> {
  await lockedGroupFor(viewer, place.group, 'card.read');
  const scope = await cardFor(viewer, place, action);
  if (scope.mergedInto !== null)
    throw conflict('merged', 'This card was merged into another. Go there.', { into: scope.mergedInto });
  return scope;
}

/** Answers are to open questions: throws when the card was resolved, rejected, archived or merged. */
export function demandOpen(card: CardScope): void {
  if (!isOpenCard(card))
    throw conflict('settled', 'This card is not open any more. Your answer was not counted.', {
      status: card.status,
    });
}

async function find(group: GroupScope, card: string): Promise<CardScope> {
  const by = isId(card) ? 'id = $2::uuid' : 'number = $2::int';
  if (!isId(card) && !/^[1-9]\d{0,8}$/.test(card)) throw notFound();
  const [row] = await query<Omit<CardScope, 'group'>>(`card-scope ${by}`, `${scopeSql} ${by}`, [
    group.id,
    card,
  ]);
  if (!row) throw notFound();
  return { ...row, group };
}
