import { z } from 'zod';
import { boardColumns } from '@/lib/core/crux/board-column';
import { cardVerbs } from '@/lib/core/crux/card-states';
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
} from './card-schemas';
import type { Contracts } from './contract';

const reason = z.string().trim().max(1000);

/** What a card is ranked by, as in lib/core/crux/ranking.ts: a rank is never shown without it. */
export const Ranking = z.object({
  /** From 1 without gaps; null: fewer than two gave a number, or nobody said what rests on what they disagree about. */
  rank: z.int().nullable(),
  /** √(contested × load), 0-1. */
  priority: z.number(),
  /** How much those who gave a number disagree, 0-1. */
  contested: z.number(),
  /** Members who gave a number. */
  n: z.int(),
  /** What learning it would teach about its targets, 0-1; null when nobody said what rests on it. */
  load: z.number().nullable(),
  /** Members whose conditional beliefs the load rests on. */
  k: z.int(),
  /** Bits of disagreement about its targets that settling it would end; negative: people would move apart. */
  resolves: z.number().nullable(),
  /** The greatest mean expected shift of a target, 0-0.5: load for those who distrust logarithms. */
  shift: z.number(),
  /** Some of it comes from the 0-3 scale. */
  estimated: z.boolean(),
});
export type Ranking = z.infer<typeof Ranking>;

/** A card in a list, with what it is ranked by, and what the viewer may know of its credences. */
export const ListedCard = Card.extend({
  /** Null: it has an answer, or was put away. */
  ranking: Ranking.nullable(),
  /** Credences of others are shown after one's own: null before. */
  credences: z.array(Credence).nullable(),
  /** The viewer's own; null when they have none or no view. */
  mine: Credence.nullable(),
  /** Where it stands on the board (lib/core/crux/board-column.ts); null when it was put away. */
  column: z.enum(boardColumns).nullable(),
});
export type ListedCard = z.infer<typeof ListedCard>;

/** Most first; latest first by time; from 1 by number. */
export const CardSort = z.enum([
  'priority',
  'contested',
  'load',
  'resolves',
  'n',
  'k',
  'changed',
  'created',
  'number',
]);
export type CardSort = z.infer<typeof CardSort>;

/** Which cards, in which order. */
export const CardFilter = z.object({
  sort: CardSort.default('priority'),
  status: CardStatus.optional(),
  kind: CardKind.optional(),
  essay: z.string().max(200).optional(),
  /** Words in statement or details. */
  q: z.string().trim().max(200).optional(),
  /** Only those on which people disagree: from the threshold in lib/core/crux/quadrant.ts on. */
  contested: z.literal('true').optional(),
  /** Only those that the viewer proposed or took a position on. */
  mine: z.literal('true').optional(),
});
export type CardFilter = z.infer<typeof CardFilter>;

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

/** A passage of an essay, and a card that it is met in. */
export const MetCard = z.object({
  annotation: z.uuid(),
  occurrence: z.uuid(),
  role: OccurrenceRole,
  /** The card that stands: where one was merged, the one it leads to. */
  card: CardReference.omit({ id: true }),
});
export type MetCard = z.infer<typeof MetCard>;

export const cardContracts = {
  'GET /groups/{group}/cards': {
    summary: 'The cards of a group, ranked',
    scope: 'public',
    query: z.strictObject({
      ...CardFilter.shape,
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
    query: z.strictObject({
      statement: z.string().trim().max(2000).default(''),
      annotation: z.uuid().optional(),
    }),
    output: z.object({ items: z.array(SimilarCard) }),
  },
  'GET /groups/{group}/essays/{essay}/cards': {
    summary: 'The cards that the passages of an essay belong to',
    scope: 'public',
    output: z.object({ items: z.array(MetCard) }),
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
  'POST /groups/{group}/cards/{card}/steps': {
    summary: 'Accept, reject, resolve, reopen, withdraw, archive or restore a card',
    scope: 'write',
    body: z.strictObject({
      verb: z.enum(cardVerbs).exclude(['merge', 'unmerge']),
      reason: reason.default(''),
      /** What settled it; needed to resolve. */
      source: z.string().trim().max(2000).optional(),
    }),
    output: Card,
    ifMatch: true,
    limit: 'edit',
  },
  'GET /groups/{group}/cards/{card}/history': {
    summary: 'Every step of a card, newest first',
    scope: 'public',
    output: z.object({ items: z.array(CardEvent) }),
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
    summary: 'Take a relation away, with what undercuts it',
    scope: 'write',
    limit: 'edit',
  },
} satisfies Contracts;
