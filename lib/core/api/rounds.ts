import { z } from 'zod';
import { CardReference, Credence } from './card-schemas';
import type { Contracts } from './contract';
import { Timestamp } from './timestamp';

const title = z.string().trim().min(1).max(120);
/** ISO 8601 with its time zone. */
const closes = z.iso.datetime({ offset: true });

/** Cards asked together. Until it closes, answers of others are seen only after one's own. */
export const Round = z.object({
  id: z.uuid(),
  title: z.string(),
  opened: Timestamp,
  closes: Timestamp,
  isClosed: z.boolean(),
  /** How many it asks that still stand. */
  cards: z.int(),
  /** How many of these the viewer has answered since it opened. */
  answered: z.int(),
  /** How many still wait for the viewer's answer: none when it has closed, or of cards that are settled. */
  waiting: z.int(),
  /** Members who have answered at least one since it opened. */
  people: z.int(),
});
export type Round = z.infer<typeof Round>;

/** A card of a round, with what people believed before it and believe since. */
export const RoundCard = z.object({
  card: CardReference,
  /** Members who answered it in the round. */
  people: z.int(),
  /** The viewer has answered it in the round. */
  isAnswered: z.boolean(),
  /** The viewer's credences when the round opened and now, or when it closed; null: none, or no view. */
  mine: z.object({
    before: Credence.nullable(),
    after: Credence.nullable(),
    /** Of the live answer; "" without one. */
    reason: z.string(),
    wouldChangeMind: z.string(),
  }),
  /** Everybody's, lowest first; null as long as the viewer may not know them. */
  before: z.array(Credence).nullable(),
  after: z.array(Credence).nullable(),
});
export type RoundCard = z.infer<typeof RoundCard>;

export const RoundDetail = Round.extend({ items: z.array(RoundCard) });
export type RoundDetail = z.infer<typeof RoundDetail>;

export const roundContracts = {
  'GET /groups/{group}/rounds': {
    summary: 'Rounds of answers of a group: open ones first, the next to close first',
    scope: 'public',
    output: z.object({ items: z.array(Round) }),
  },
  'POST /groups/{group}/rounds': {
    summary: 'Ask the group for answers to some cards until a date',
    scope: 'write',
    body: z.strictObject({
      id: z.uuidv7().optional(),
      title,
      closes,
      cards: z.array(z.uuid()).min(1).max(100),
    }),
    output: Round,
    status: 201,
    limit: 'edit',
  },
  'GET /groups/{group}/rounds/{id}': {
    summary: 'One round with its cards, before and after; others’ answers once you may know them',
    scope: 'public',
    output: RoundDetail,
  },
  'PATCH /groups/{group}/rounds/{id}': {
    summary: 'Rename an open round, or let it close at another time; a time that has passed closes it now',
    scope: 'write',
    body: z.strictObject({ title: title.optional(), closes: closes.optional() }),
    output: Round,
    limit: 'edit',
  },
  'DELETE /groups/{group}/rounds/{id}': {
    summary: 'Take a round away; the answers stay',
    scope: 'write',
    limit: 'edit',
  },
} satisfies Contracts;
