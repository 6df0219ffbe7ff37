import { z } from 'zod';
import { Comment, Person } from '@/lib/core/annotation/annotation';
import { appeal, reasonKeys } from '@/lib/core/moderation/reasons';
import { decisionVerbs } from '@/lib/core/moderation/standing';
import { triggers } from '@/lib/core/moderation/triggers';
import type { Contracts } from './contract';
import { endBlindPhase } from './end-blind-phase';
import { Timestamp } from './timestamp';

const note = z.string().trim().max(1000);
const Reason = z.enum(reasonKeys);
const Standing = z.enum(['shown', 'pending', 'hidden', 'removed']);

/** What can be flagged and decided about; of a position and a relation, the words that go with it. */
export const SubjectKind = z.enum(['annotation', 'reply', 'card', 'position', 'relation']);
export type SubjectKind = z.infer<typeof SubjectKind>;
const subject = { kind: SubjectKind, id: z.uuid() };

const Flag = z.object({
  id: z.uuid(),
  by: Person,
  /** A reason, or "appeal": the author asks for another look. */
  reason: z.string(),
  note: z.string(),
  created: Timestamp,
});

/** One entry of the log. What only moderators may know is null for others. */
export const LogEntry = z.object({
  id: z.uuid(),
  /** approve, hide, remove, undo, ban or unban. */
  verb: z.string(),
  /** A kind of contribution, or member. */
  kind: z.string(),
  subject: z.uuid().nullable(),
  actor: Person,
  author: Person.nullable(),
  reason: z.string(),
  note: z.string().nullable(),
  excerpt: z.string().nullable(),
  before: z.string(),
  after: z.string(),
  undoes: z.uuid().nullable(),
  undoneBy: z.uuid().nullable(),
  created: Timestamp,
});
export type LogEntry = z.infer<typeof LogEntry>;

/** A contribution with all that a moderator needs to decide about it. */
export const QueueItem = z.object({
  ...subject,
  /** Names what the moderator saw: words, standing, open flags. A decision sends it back. */
  state: z.string(),
  standing: Standing,
  triggers: z.array(z.enum(triggers)),
  author: Person,
  /** Null where there are no words, and where they are `withheld`. */
  comment: Comment.nullable(),
  /** An answer to a card that the viewer has not answered: its words are sent to whoever asks for this one thing. */
  withheld: z.boolean(),
  /** The words that moderators last decided about, when they are others now. */
  earlier: z.string().nullable(),
  /** Of an annotation or its thread. */
  passage: z.object({ prefix: z.string(), exact: z.string(), suffix: z.string() }).nullable(),
  /** The statement of the card that was answered, or linked to another. */
  statement: z.string().nullable(),
  /** What a reply answers, from the annotation down. */
  above: z.array(z.object({ author: Person, comment: Comment.nullable() })),
  essay: z.object({ slug: z.string(), title: z.string() }).nullable(),
  /** Where it is found: the annotation's id, or the number of a card. */
  place: z.string(),
  flags: z.array(Flag),
  /** Decisions about it, newest first. */
  decisions: z.array(LogEntry),
  /** What its author wrote in the group, and how much of it moderators hid or removed. */
  record: z.object({ contributions: z.int(), held: z.int() }),
  created: Timestamp,
  modified: Timestamp.nullable(),
  /** When the newest of what brought it here happened. */
  since: Timestamp,
});
export type QueueItem = z.infer<typeof QueueItem>;

/** Something of the viewer's that others do not see, and why. */
const OwnDecision = z.object({
  ...subject,
  standing: Standing,
  comment: Comment.nullable(),
  essay: z.object({ slug: z.string(), title: z.string() }).nullable(),
  place: z.string(),
  reason: z.string(),
  note: z.string(),
  /** When it was decided; null while it waits for a first look. */
  decided: Timestamp.nullable(),
  /** The viewer asked for another look. */
  appealed: z.boolean(),
});
export type OwnDecision = z.infer<typeof OwnDecision>;

const Ban = z.object({ person: Person, by: Person, reason: z.string(), created: Timestamp });
export type Ban = z.infer<typeof Ban>;

export const moderationContracts = {
  'POST /groups/{group}/flags': {
    summary: 'Ask moderators to look at something; of your own, to look again at what they decided',
    scope: 'write',
    body: z.strictObject({
      ...subject,
      reason: z.enum([...reasonKeys, appeal]),
      note: note.default(''),
    }),
    output: z.object({ id: z.uuid() }),
    status: 201,
    limit: 'annotate',
  },
  'DELETE /groups/{group}/flags/{id}': {
    summary: 'Take a flag of yours back',
    scope: 'write',
    limit: 'edit',
  },
  'GET /groups/{group}/moderation/queue': {
    summary: 'What waits for moderators, longest waiting first',
    scope: 'read',
    query: z.strictObject({
      trigger: z.enum(triggers).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      items: z.array(QueueItem),
      counts: z.record(z.enum(triggers), z.int()),
      total: z.int(),
    }),
  },
  'GET /groups/{group}/moderation/queue/{id}': {
    summary: 'One thing that waits, with its words, also of an answer to a card that you have not answered',
    scope: 'read',
    output: QueueItem,
  },
  'POST /groups/{group}/moderation/decisions': {
    summary:
      'Approve, hide or remove contributions: all of them, or none and 409 when one is no longer what you saw',
    scope: 'write',
    body: z.strictObject({
      verb: z.enum(decisionVerbs),
      items: z
        // Of the queue; or version and standing alone, as in "3-shown", whoever flagged it.
        .array(z.strictObject({ ...subject, state: z.string().max(100) }))
        .min(1)
        .max(100),
      reason: Reason.default('other'),
      /** What the authors are told; empty: the words of the reason. */
      note: note.default(''),
    }),
    output: z.object({ entries: z.array(LogEntry) }),
    limit: 'edit',
  },
  'PUT /groups/{group}/moderation/snoozes/{id}': {
    summary: 'Leave a contribution out of the queue for some hours, or until something happens to it',
    scope: 'write',
    body: z.strictObject({ hours: z.int().min(1).max(720).default(24) }),
    limit: 'edit',
  },
  'DELETE /groups/{group}/moderation/snoozes/{id}': {
    summary: 'Put a contribution back into the queue',
    scope: 'write',
    limit: 'edit',
  },
  'GET /groups/{group}/moderation/own': {
    summary: 'What of yours others do not see, and why',
    scope: 'read',
    output: z.object({ items: z.array(OwnDecision) }),
  },
  'GET /groups/{group}/moderation/log': {
    summary: 'What moderators did, newest first; for members where the group wants it',
    scope: 'read',
    query: z.strictObject({
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ items: z.array(LogEntry), next: z.uuid().nullable() }),
  },
  'GET /groups/{group}/moderation/log/file': {
    summary: 'The whole log as CSV or JSON Lines, oldest first',
    scope: 'read',
    query: z.strictObject({ format: z.enum(['csv', 'jsonl']).default('csv') }),
    output: z.string(),
    contentType: 'text/csv',
  },
  'POST /groups/{group}/moderation/log/{entry}/undo': {
    summary: 'Take a decision back; 409 when another followed it',
    scope: 'write',
    output: LogEntry,
    status: 201,
    limit: 'edit',
  },
  'GET /groups/{group}/bans': {
    summary: 'Who may not come back to the group',
    scope: 'read',
    output: z.object({ items: z.array(Ban) }),
  },
  'PUT /groups/{group}/bans/{user}': {
    summary:
      'Remove somebody from the group and keep them from coming back. 409 where it would end a blind reading, unless told to',
    scope: 'write',
    body: z.strictObject({ reason: note.min(1), endBlindPhase }),
    limit: 'edit',
  },
  'DELETE /groups/{group}/bans/{user}': {
    summary: 'Lift a ban; who was a member is one again',
    scope: 'write',
    limit: 'edit',
  },
} satisfies Contracts;
