import { z } from 'zod';
import { Person } from '@/lib/core/annotation/annotation';
import { CardReference, Credence, Occurrence, RelationState, RelationType } from './card-schemas';
import { CardFilter } from './cards';
import type { Contracts } from './contract';

/** An arrow between two cards, or onto another arrow, with how much it carries. */
export const MapRelation = z.object({
  id: z.uuid(),
  type: RelationType,
  from: z.uuid(),
  /** Null when it undercuts a relation. */
  to: z.uuid().nullable(),
  toRelation: z.uuid().nullable(),
  state: RelationState,
  /** What learning the one card would teach about the other, 0-1; null when nobody said. */
  load: z.number().nullable(),
  /** Members whose conditional beliefs the load rests on. */
  k: z.int(),
  /** Some of it comes from the 0-3 scale. */
  estimated: z.boolean(),
});
export type MapRelation = z.infer<typeof MapRelation>;

/** See lib/core/crux/opinion-groups.ts. */
const OpinionGroups = z.union([
  z.object({
    kind: z.literal('too-little-data'),
    people: z.int(),
    cards: z.int(),
    needed: z.object({ people: z.int(), cards: z.int() }),
  }),
  z.object({ kind: z.literal('no-clear-groups'), silhouette: z.number() }),
  z.object({ kind: z.literal('groups'), groups: z.array(z.array(z.uuid())), silhouette: z.number() }),
]);

export const PeopleByCards = z.object({
  /** Who answered, by the first component: those who answer alike side by side. */
  people: z.array(Person),
  /** What they answered, by its weight in it. */
  cards: z.array(CardReference),
  /** By person, then by card; null: no number. */
  cells: z.array(z.array(Credence.nullable())),
  /** How much of all differences the order accounts for, 0-1. */
  explained: z.number(),
  /** Cards that others answered and the viewer has still to answer: they are left out. */
  blind: z.int(),
  /** Cards beyond the limit. */
  more: z.int(),
  groups: OpinionGroups,
});
export type PeopleByCards = z.infer<typeof PeopleByCards>;

const two = <Value extends z.ZodType>(value: Value) => z.tuple([value, value]);

/** A passage of a card, as far as it is quoted elsewhere. */
const CardPassage = Occurrence.pick({ annotation: true, role: true, essay: true, exact: true, author: true });
export type CardPassage = z.infer<typeof CardPassage>;

export const FoundDoubleCrux = z.object({
  card: CardReference,
  /** What both would change their mind about. */
  target: CardReference,
  credences: two(Credence),
  /** By how much either would move on the target, 0-1. */
  swings: two(z.number()),
  /** Where the card is met. */
  passages: z.array(CardPassage),
});
export type FoundDoubleCrux = z.infer<typeof FoundDoubleCrux>;

export const DoubleCruxes = z.object({
  people: two(Person),
  /** Cards on which both gave a number, the furthest apart first. */
  shared: z.array(z.object({ card: CardReference, credences: two(Credence) })),
  /** How many of them it takes to say anything: with fewer, nothing is found. */
  needed: z.int(),
  found: z.array(FoundDoubleCrux),
  /** Cards on which they differ enough, and somebody has not said what would follow from them, or what they believe of that. */
  missing: z.array(
    z.object({
      person: z.uuid(),
      card: CardReference,
      target: CardReference,
      what: z.enum(['conditional', 'target']),
    }),
  ),
  /** Open cards that the viewer has still to answer: they do not count. */
  blind: z.int(),
});
export type DoubleCruxes = z.infer<typeof DoubleCruxes>;

export const pictureContracts = {
  'GET /groups/{group}/cards/relations': {
    summary: 'Every arrow between the cards of a group, with its load',
    scope: 'public',
    output: z.object({ items: z.array(MapRelation) }),
  },
  'GET /groups/{group}/cards/heat-map': {
    summary: 'People and cards ordered by who answers alike; cards you have still to answer are left out',
    scope: 'public',
    query: z.strictObject({
      ...CardFilter.shape,
      limit: z.coerce.number().int().min(1).max(500).default(60),
    }),
    output: PeopleByCards,
  },
  'GET /groups/{group}/cards/double-cruxes/{one}/{other}': {
    summary: 'Cards on which two members differ, and that would move both of them',
    scope: 'read',
    output: DoubleCruxes,
  },
} satisfies Contracts;
