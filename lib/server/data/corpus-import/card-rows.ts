import 'server-only';
import { v7 } from 'uuid';
import type { CorpusCard, CorpusPosition } from '@/lib/core/corpus/corpus';
import { list } from '@/lib/core/corpus-import/import-report';
import type { Prisma } from '@/prisma/generated/client';
import { hasJoined, type Importing } from './importing';
import type { SettledId } from './settled-ids';

/** Rows in the order in which they can be written. Cards have the numbers of the file as long as they are free. */
export interface PlannedCards {
  cards: Prisma.CardCreateManyInput[];
  revisions: Prisma.CardRevisionCreateManyInput[];
  events: Prisma.CardEventCreateManyInput[];
  occurrences: Prisma.OccurrenceCreateManyInput[];
  relations: Prisma.RelationCreateManyInput[];
  positions: Prisma.PositionCreateManyInput[];
  beliefs: Prisma.ConditionalBeliefCreateManyInput[];
}

export const noCards = (): PlannedCards => ({
  cards: [],
  revisions: [],
  events: [],
  occurrences: [],
  relations: [],
  positions: [],
  beliefs: [],
});

type Ids = ReadonlyMap<string, SettledId>;
/** Ids of the file, and what they are here. */
export interface NamedCards {
  cards: Ids;
  relations: Ids;
  positions: Ids;
  occurrences: Ids;
}

interface One {
  card: CorpusCard;
  /** Of the file. */
  row: number;
  named: NamedCards;
}

const day = (date: string | null) => (date === null ? null : new Date(date));

export function addCard({ group, userOf }: Importing, planned: PlannedCards, { card, named }: One): void {
  const { number, type: kind, statement, details, operationalization, root, held, version } = card;
  const id = named.cards.get(card.id)!.id;
  const by = userOf(card.person);
  const resolvesBy = day(card.resolvesBy);
  const about = { kind, details, operationalization, resolvesBy };
  planned.cards.push({
    id,
    groupId: group,
    number,
    ...about,
    statement,
    resolutionSource: card.resolutionSource,
    status: card.status === 'merged' ? 'archived' : card.status,
    isRoot: root,
    held,
    version,
    createdById: by,
    createdAt: card.created,
    changedAt: card.changed,
  });
  const present = { version, statement, created: card.changed, wordingOnly: false };
  // A card goes through steps that do not change its words.
  const isThere = card.wordings.some((one) => one.statement === statement || one.version === version);
  const wordings = isThere ? card.wordings : [...card.wordings, present];
  for (const { version, statement, created, wordingOnly } of wordings)
    planned.revisions.push({
      cardId: id,
      version,
      ...about,
      statement,
      wordingOnly,
      editorId: by,
      createdAt: created,
    });
  planned.events.push({
    id: v7(),
    cardId: id,
    actorId: by,
    verb: 'propose',
    createdAt: card.created,
    reason: 'Imported.',
  });
  for (const alias of card.aliases) {
    const old = named.cards.get(alias.id)!;
    if (old.isThere) continue;
    planned.cards.push({
      id: old.id,
      groupId: group,
      number: alias.number,
      kind,
      statement: alias.statement,
      status: 'merged',
      mergedIntoId: id,
      createdById: by,
      createdAt: card.created,
      changedAt: card.changed,
    });
    planned.revisions.push({
      cardId: old.id,
      version: 1,
      kind,
      statement: alias.statement,
      details: '',
      operationalization: '',
      editorId: by,
      createdAt: card.created,
    });
  }
}

export function addRelations(importing: Importing, planned: PlannedCards, { card, row, named }: One): void {
  const { created, matched, bad, userOf } = importing;
  const fromId = named.cards.get(card.id)!.id;
  for (const { id, type, to, toRelation, rationale, state, person, created: at } of card.relations) {
    const settled = named.relations.get(id)!;
    const toId = to === null ? null : named.cards.get(to)?.id;
    const toRelationId = toRelation === null ? null : named.relations.get(toRelation)?.id;
    const isUndercut = type === 'undercuts';
    if (settled.isThere) matched.relations++;
    else if (
      toId === undefined ||
      toRelationId === undefined ||
      toId === fromId ||
      isUndercut !== (toRelationId !== null) ||
      isUndercut !== (toId === null)
    )
      list(bad, {
        row,
        what: `relation ${id}`,
        reason: 'It leads to nothing that such an arrow can lead to.',
      });
    else {
      created.relations++;
      planned.relations.push({
        id: settled.id,
        fromId,
        toId,
        toRelationId,
        type,
        rationale,
        state,
        createdById: userOf(person),
        createdAt: at,
      });
    }
  }
}

/** The last that somebody said stands; whatever a file says, there is one of them for each person and card. */
export function addPositions(importing: Importing, planned: PlannedCards, { card, named }: One): void {
  const { created, matched, userOf } = importing;
  const alias = card.aliases[0] && named.cards.get(card.aliases[0].id)?.id;
  const live = new Map<string, CorpusPosition>();
  for (const position of card.positions)
    if (position.superseded === null) live.set(userOf(position.person), position);
  for (const position of card.positions) {
    const { id, person, credence, reason, wouldChangeMind, version, inherited, superseded } = position;
    const settled = named.positions.get(id)!;
    if (settled.isThere) {
      matched.positions++;
      continue;
    }
    const userId = userOf(person);
    const standing = live.get(userId);
    created.positions++;
    planned.positions.push({
      id: settled.id,
      cardId: named.cards.get(card.id)!.id,
      userId,
      credence,
      reason,
      wouldChangeMind,
      version,
      createdAt: position.created,
      inheritedFromId: (inherited && alias) || null,
      supersededAt: superseded ?? (standing === position ? null : (standing?.created ?? position.created)),
    });
  }
}

export function addBeliefs(importing: Importing, planned: PlannedCards, { card, row, named }: One): void {
  const { created, matched, bad, claimed, userOf } = importing;
  const { id: cruxId, isThere } = named.cards.get(card.id)!;
  for (const { person, target, ...said } of card.beliefs) {
    const targetId = named.cards.get(target)?.id;
    const userId = userOf(person);
    const saysNothing = said.ifTrue === null && said.ifFalse === null && said.strength === null;
    if (targetId === undefined || targetId === cruxId || saysNothing) continue;
    if (isThere) matched.beliefs++;
    else if (claimed.has(userId)) list(bad, { row, what: `belief of ${person.name}`, reason: hasJoined });
    else {
      created.beliefs++;
      planned.beliefs.push({ userId, cruxId, targetId, ...said });
    }
  }
}
