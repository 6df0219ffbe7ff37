import { z } from 'zod';
import { Comment, Held, Person } from '@/lib/core/annotation/annotation';
import { Timestamp } from './timestamp';

const date = z.iso.date();

/** What kind of statement a card is: the three words that every group's vocabulary begins with. */
export const CardKind = z.enum(['claim', 'crux', 'failure-mode']);
export type CardKind = z.infer<typeof CardKind>;

/** Where a card stands; who may move it from where to where is in lib/core/crux/card-states.ts. */
export const CardStatus = z.enum([
  'proposed',
  'canonical',
  'resolved-true',
  'resolved-false',
  'dissolved',
  'rejected',
  'merged',
  'archived',
]);
export type CardStatus = z.infer<typeof CardStatus>;

/** How a passage bears on a card. */
export const OccurrenceRole = z.enum(['states', 'supports', 'opposes', 'mentions']);
export type OccurrenceRole = z.infer<typeof OccurrenceRole>;

/** How one card bears on another; `undercuts` bears on a relation. */
export const RelationType = z.enum(['supports', 'attacks', 'undercuts', 'crux-for', 'leads-to', 'mitigates']);
export type RelationType = z.infer<typeof RelationType>;

export const RelationState = z.enum(['proposed', 'accepted', 'rejected']);
export type RelationState = z.infer<typeof RelationState>;

/** Percent, whole. */
export const Credence = z.int().min(0).max(100);

/** A proposition: true or false of the world, or for a failure mode "this happens". At most 280 UTF-16 code units. */
export const Statement = z.string().trim().min(1).max(280);

/** The parts of a card that a rewording may change. */
const wording = {
  kind: CardKind,
  statement: Statement,
  /** Why it matters; Markdown. */
  details: z.string().trim().max(5000),
  /** What would have to be observed for it to count as true. */
  operationalization: z.string().trim().max(2000),
  /** When that should be known. */
  resolvesBy: date.nullable(),
};

/** A card as in lists. */
export const Card = z.object({
  id: z.uuid(),
  group: z.uuid(),
  /** Names it in the group's URLs. */
  number: z.int(),
  ...wording,
  status: CardStatus,
  held: Held,
  resolutionSource: z.string().nullable(),
  /** A root question of the group: importance flows from these to their cruxes. */
  root: z.boolean(),
  version: z.int(),
  creator: Person,
  created: Timestamp,
  /** Last step of its history. */
  changed: Timestamp,
  /** Passages by role, of annotations that the group can see. */
  passages: z.record(OccurrenceRole, z.int()),
  /** Essays that those stand in. */
  essays: z.int(),
  /** Members with a position, "no view" included. */
  positions: z.int(),
  /** Numbers of the cards that were merged into it. */
  aliases: z.array(z.int()),
});
export type Card = z.infer<typeof Card>;

export const CardDraft = z.strictObject({
  id: z.uuidv7().optional(),
  kind: CardKind,
  statement: Statement,
  details: wording.details.default(''),
  operationalization: wording.operationalization.default(''),
  resolvesBy: wording.resolvesBy.default(null),
  /** The passage it was found in. */
  occurrence: z.strictObject({ annotation: z.uuid(), role: OccurrenceRole.default('states') }).optional(),
});
export type CardDraft = z.input<typeof CardDraft>;

export const Rewording = z.strictObject({
  kind: wording.kind.optional(),
  statement: wording.statement.optional(),
  details: wording.details.optional(),
  operationalization: wording.operationalization.optional(),
  resolvesBy: wording.resolvesBy.optional(),
  root: z.boolean().optional(),
  /** The meaning stays, so positions taken before need no new look. */
  wordingOnly: z.boolean().default(false),
  reason: z.string().trim().max(1000).default(''),
});
export type Rewording = z.input<typeof Rewording>;

/** A passage in which a card is met, with enough to show it and to go there. */
export const Occurrence = z.object({
  id: z.uuid(),
  role: OccurrenceRole,
  annotation: z.uuid(),
  essay: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
  /** The words of the passage. */
  exact: z.string(),
  tags: z.array(z.string()),
  author: Person,
  comment: Comment.nullable(),
  replies: z.int(),
  creator: Person,
  created: Timestamp,
});
export type Occurrence = z.infer<typeof Occurrence>;

/** A card named from another one. */
export const CardReference = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: CardKind,
  statement: z.string(),
  status: CardStatus,
});
export type CardReference = z.infer<typeof CardReference>;

export const Relation = z.object({
  id: z.uuid(),
  type: RelationType,
  from: CardReference,
  /** Null when it undercuts a relation. */
  to: CardReference.nullable(),
  /** The relation that is undercut. */
  toRelation: z.uuid().nullable(),
  /** Empty for whom it is `held` from. */
  rationale: z.string(),
  held: Held,
  state: RelationState,
  creator: Person,
  created: Timestamp,
});
export type Relation = z.infer<typeof Relation>;

/** What a member believes of a card. */
export const Position = z.object({
  id: z.uuid(),
  person: Person,
  /** Percent; null is "no view". */
  credence: Credence.nullable(),
  /** Empty, like the next, for whom they are `held` from. */
  reason: z.string(),
  wouldChangeMind: z.string(),
  held: Held,
  /** Wording of the card that it was taken on. */
  version: z.int(),
  /** The card was reworded since, not in words only. */
  stale: z.boolean(),
  /** Carried over by a merge, not yet confirmed. */
  inherited: z.boolean(),
  /** What moved them. */
  because: z.object({ annotation: z.uuid().nullable(), reply: z.uuid().nullable() }).nullable(),
  created: Timestamp,
});
export type Position = z.infer<typeof Position>;

export const PositionDraft = z.strictObject({
  id: z.uuidv7().optional(),
  credence: Credence.nullable(),
  reason: z.string().trim().max(2000).default(''),
  wouldChangeMind: z.string().trim().max(2000).default(''),
  because: z.union([z.strictObject({ annotation: z.uuid() }), z.strictObject({ reply: z.uuid() })]).nullish(),
});
export type PositionDraft = z.input<typeof PositionDraft>;

/** How far a passage, or its thread, moved people. */
export const MindChange = z.object({
  annotation: z.uuid(),
  /** Members who changed their number because of it. */
  people: z.int(),
  /** Of their changes, in points; negative: down. */
  median: z.number(),
});
export type MindChange = z.infer<typeof MindChange>;

/** What a member would believe of the target if the crux were true, and if it were false; or how much it would move them. */
export const Belief = z.object({
  crux: z.uuid(),
  target: z.uuid(),
  ifTrue: Credence.nullable(),
  ifFalse: Credence.nullable(),
  /** 0 would not change my mind, 1 a little, 2 a lot, 3 decides it. */
  strength: z.int().min(0).max(3).nullable(),
});
export type Belief = z.infer<typeof Belief>;

/** One step of a card's history. */
export const CardEvent = z.object({
  id: z.uuid(),
  verb: z.string(),
  actor: Person,
  at: Timestamp,
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string(),
  /** Step that took this one back. */
  undoneBy: z.uuid().nullable(),
  /** Step that this one took back. */
  undoes: z.uuid().nullable(),
});
export type CardEvent = z.infer<typeof CardEvent>;
