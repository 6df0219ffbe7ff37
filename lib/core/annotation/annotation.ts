import { z } from 'zod';
import { greatestInteger } from '@/lib/core/api/greatest-integer';
import { Timestamp } from '@/lib/core/api/timestamp';

/** https://www.w3.org/TR/annotation-model/#text-position-selector: offsets in Unicode code points, end exclusive. */
const TextPositionSelector = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().min(0),
  end: z.int().min(1),
});

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
const TextQuoteSelector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(1_000).optional(),
  suffix: z.string().max(1_000).optional(),
});

export const Selector = z.discriminatedUnion('type', [TextPositionSelector, TextQuoteSelector]);
export type Selector = z.infer<typeof Selector>;

/** A passage of one version of the essay. */
export const Target = z.strictObject({
  version: z.int().min(1).max(greatestInteger),
  selector: z.array(Selector).min(1).max(2),
});
export type Target = z.infer<typeof Target>;

export const Visibility = z.enum(['group', 'private']);
export type Visibility = z.infer<typeof Visibility>;

export const ReactionKind = z.enum(['agree', 'disagree', 'helpful']);
export type ReactionKind = z.infer<typeof ReactionKind>;

/** Who reacted how: user ids by kind; a kind nobody chose is absent. */
export const Reactions = z.partialRecord(ReactionKind, z.array(z.uuid()));
export type Reactions = z.infer<typeof Reactions>;

/** Rich text as it leaves the server; `document` follows lib/core/essay/comment-document.ts. */
export const Comment = z.object({ markdown: z.string(), document: z.unknown() });
export type Comment = z.infer<typeof Comment>;

/** Rich text as it arrives: one of the two renditions. */
export const CommentDraft = z.union([
  z.strictObject({ markdown: z.string().min(1).max(20_000) }),
  z.strictObject({ document: z.record(z.string(), z.unknown()) }),
]);
export type CommentDraft = z.infer<typeof CommentDraft>;

export const Person = z.object({ id: z.uuid(), name: z.string() });
export type Person = z.infer<typeof Person>;

/**
 * Why only its author and moderators see a contribution: it waits for a moderator's first look, or one hid it. "sealed":
 * its author reads the essay alone, and nobody else sees it until that is revealed. Null on what everybody sees.
 */
export const Held = z
  .object({
    as: z.enum(['pending', 'hidden', 'sealed']),
    /** What its author was told. */
    note: z.string(),
    /** Its author asked for another look. */
    appealed: z.boolean(),
  })
  .nullable();
export type Held = z.infer<typeof Held>;

export const Reply = z.object({
  id: z.uuid(),
  /** The reply this one answers; null: the annotation itself. */
  parent: z.uuid().nullable(),
  creator: Person,
  /** Null when the reply was deleted, or is not shown, but others answer it. */
  comment: Comment.nullable(),
  created: Timestamp,
  modified: Timestamp.nullable(),
  version: z.int(),
  held: Held,
  reactions: Reactions,
});
export type Reply = z.infer<typeof Reply>;

/**
 * An annotation with its thread, as on the wire. It depends on who asks only where something in it is held: others get
 * it without that.
 */
export const Annotation = z.object({
  id: z.uuid(),
  group: z.uuid(),
  essay: z.uuid(),
  target: Target,
  /** Slugs of the group's vocabulary. */
  tags: z.array(z.string()),
  comment: Comment.nullable(),
  visibility: Visibility,
  creator: Person,
  created: Timestamp,
  /** Last edit of tags, comment or passage; null if never. */
  modified: Timestamp.nullable(),
  /** Last change of anything in the thread by anyone. */
  active: Timestamp,
  version: z.int(),
  held: Held,
  resolved: z.object({ by: Person, at: Timestamp }).nullable(),
  reactions: Reactions,
  /** Web address of where it was taken from; null or absent where it was made here. */
  via: z.string().nullish(),
  /** In order of creation. */
  replies: z.array(Reply),
});
export type Annotation = z.infer<typeof Annotation>;

/** What a client sends to create one. */
export const AnnotationDraft = z.strictObject({
  id: z.uuidv7().optional(),
  target: Target,
  tags: z.array(z.string().max(60)).max(8).default([]),
  comment: CommentDraft.nullish(),
  visibility: Visibility.default('group'),
});
export type AnnotationDraft = z.input<typeof AnnotationDraft>;

export const AnnotationChange = z.strictObject({
  /** Other words of the same version: all else stays with the annotation. */
  target: Target.optional(),
  tags: z.array(z.string().max(60)).max(8).optional(),
  comment: CommentDraft.nullish(),
  visibility: Visibility.optional(),
});
export type AnnotationChange = z.infer<typeof AnnotationChange>;

export const ReplyDraft = z.strictObject({
  id: z.uuidv7().optional(),
  parent: z.uuid().nullish(),
  comment: CommentDraft,
});
export type ReplyDraft = z.input<typeof ReplyDraft>;

/** Where a live stream stands: `<epoch>.<seq>`, the SSE id. */
const Cursor = z.string().regex(/^[a-z0-9]+\.\d+$/);

/** One page of an essay's annotations, oldest first; `next` continues, `cursor` is where live events go on. */
export const AnnotationPage = z.object({
  items: z.array(Annotation),
  next: z.uuid().nullable(),
  cursor: Cursor,
});
export type AnnotationPage = z.infer<typeof AnnotationPage>;

/** What happened, for the one who announces it; the state itself is in `annotation`. */
export const Change = z.enum([
  'created',
  'edited',
  'replied',
  'reacted',
  'resolved',
  'reopened',
  'deleted',
  'restored',
]);
export type Change = z.infer<typeof Change>;

/**
 * One live event of an essay's channel. `annotation` null: gone, or no longer visible to the group; of the nil UUID:
 * something that is not for the reader, which they only count.
 */
export const AnnotationEvent = z.object({
  seq: z.int(),
  kind: z.literal('annotation'),
  change: Change,
  id: z.uuid(),
  actor: z.uuid().nullable(),
  annotation: Annotation.nullable(),
});
export type AnnotationEvent = z.infer<typeof AnnotationEvent>;
