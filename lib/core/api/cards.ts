import { z } from 'zod';
import {
  Card,
  CardDraft,
  CardEvent,
  CardKind,
  CardReference,
  CardStatus,
  Credence,
  Occurrence,
  OccurrenceRole,
  Relation,
  RelationState,
  RelationType,
  Rewording,
  Statement,
} from './card-schemas';
import type { Contracts } from './contract';

const reason = z.string().trim().max(1000);

/** Numbers of lib/core/crux/ranking.ts beside the card they rank. */
export const Ranking = z.object({
  /** 0-1, of `n` credences. */
  contested: z.number(),
  n: z.int(),
  /** 0-1, of `k` members' conditional beliefs; null when nobody said. */
  load: z.number().nullable(),
  k: z.int(),
  /** Share of the disagreement about its targets that learning it would end; negative: people would move apart. */
  resolves: z.number().nullable(),
  priority: z.number(),
  /** Some of it comes from the 0-3 scale. */
  estimated: z.boolean(),
});
export type Ranking = z.infer<typeof Ranking>;

/** A card in a list, with what it is ranked by, and what the viewer may know of its credences. */
export const ListedCard = Card.extend({
  ranking: Ranking,
  /** Credences of others are shown after one's own: null before. */
  credences: z.array(Credence).nullable(),
  /** The viewer's own; null when they have none or no view. */
  mine: Credence.nullable(),
});
export type ListedCard = z.infer<typeof ListedCard>;

export const CardSort = z.enum(['priority', 'contested', 'load', 'changed', 'created', 'number']);

const CardDetail = ListedCard.extend({
  occurrences: z.array(Occurrence),
  relations: z.array(Relation),
});
export type CardDetail = z.infer<typeof CardDetail>;

export const SimilarCard = CardReference.extend({
  /** 0-1: how alike the statements are (pg_trgm). */
  similarity: z.number(),
  /** Passages of the annotation's own place that the card is met in already. */
  sharedPassages: z.int(),
});
export type SimilarCard = z.infer<typeof SimilarCard>;

export const cardContracts = {
  'GET /groups/{group}/cards': {
    summary: 'The cards of a group, ranked',
    scope: 'public',
    query: z.strictObject({
      sort: CardSort.default('priority'),
      status: CardStatus.optional(),
      kind: CardKind.optional(),
      essay: z.string().max(200).optional(),
      /** Words in statement or details. */
      q: z.string().trim().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
    }),
    output: z.object({ items: z.array(ListedCard), total: z.int() }),
  },
  'POST /groups/{group}/cards': {
    summary: 'Propose a card, from a passage or on its own',
    scope: 'write',
    body: CardDraft,
    output: Card,
    status: 201,
    limit: 'annotate',
  },
  'GET /groups/{group}/cards/similar': {
    summary: 'Cards that say nearly the same, or are met in the same passage',
    scope: 'public',
    query: z.strictObject({ statement: z.string().trim().min(1).max(2000), annotation: z.uuid().optional() }),
    output: z.object({ items: z.array(SimilarCard) }),
  },
  'GET /groups/{group}/cards/{card}': {
    summary: 'One card by id or number, with its passages and relations; 301 when it was merged',
    scope: 'public',
    output: CardDetail,
  },
  'PATCH /groups/{group}/cards/{card}': {
    summary: 'Reword a card; positions become stale unless only the wording changed',
    scope: 'write',
    body: Rewording,
    output: Card,
    ifMatch: true,
    limit: 'edit',
  },
  'PUT /groups/{group}/cards/{card}/status': {
    summary: 'Accept, reject, resolve, reopen or archive a card',
    scope: 'write',
    body: z.strictObject({
      status: CardStatus.exclude(['merged']),
      reason: reason.default(''),
      /** What settled it; needed to resolve. */
      source: z.string().trim().max(2000).optional(),
    }),
    output: Card,
    ifMatch: true,
    limit: 'edit',
  },
  'POST /groups/{group}/cards/{card}/merge': {
    summary: 'Merge this card into another, as the same or as its negation',
    scope: 'write',
    body: z.strictObject({
      into: z.uuid(),
      negated: z.boolean().default(false),
      reason: reason.default(''),
    }),
    output: Card,
    limit: 'edit',
  },
  'POST /groups/{group}/cards/{card}/split': {
    summary: 'Split a new card off, with some of the passages',
    scope: 'write',
    body: z.strictObject({
      id: z.uuidv7().optional(),
      kind: CardKind,
      statement: Statement,
      /** Passages that go along. */
      occurrences: z.array(z.uuid()).max(1000).default([]),
      reason: reason.default(''),
    }),
    output: Card,
    status: 201,
    limit: 'edit',
  },
  'GET /groups/{group}/cards/{card}/history': {
    summary: 'Every step of a card, newest first',
    scope: 'public',
    output: z.object({ items: z.array(CardEvent) }),
  },
  'POST /groups/{group}/cards/{card}/history/{event}/undo': {
    summary: 'Take a step back; the answer lists what could not be restored',
    scope: 'write',
    output: z.object({ card: Card, lost: z.array(z.string()) }),
    limit: 'edit',
  },
  'POST /groups/{group}/cards/{card}/occurrences': {
    summary: 'Say that a passage states, supports, opposes or mentions the card',
    scope: 'write',
    body: z.strictObject({
      id: z.uuidv7().optional(),
      annotation: z.uuid(),
      role: OccurrenceRole.default('states'),
    }),
    output: Occurrence,
    status: 201,
    limit: 'annotate',
  },
  'DELETE /groups/{group}/cards/{card}/occurrences/{id}': {
    summary: 'Unlink a passage',
    scope: 'write',
    limit: 'edit',
  },
  'POST /groups/{group}/cards/{card}/relations': {
    summary: 'Relate the card to another, or undercut a relation',
    scope: 'write',
    body: z.union([
      z.strictObject({
        id: z.uuidv7().optional(),
        type: RelationType.exclude(['undercuts']),
        to: z.uuid(),
        rationale: reason.default(''),
      }),
      z.strictObject({
        id: z.uuidv7().optional(),
        type: z.literal('undercuts'),
        toRelation: z.uuid(),
        rationale: reason.default(''),
      }),
    ]),
    output: Relation,
    status: 201,
    limit: 'annotate',
  },
  'PATCH /groups/{group}/cards/{card}/relations/{id}': {
    summary: 'Accept or reject a relation',
    scope: 'write',
    body: z.strictObject({ state: RelationState }),
    output: Relation,
    limit: 'edit',
  },
  'DELETE /groups/{group}/cards/{card}/relations/{id}': {
    summary: 'Take a relation away',
    scope: 'write',
    limit: 'edit',
  },
} satisfies Contracts;
