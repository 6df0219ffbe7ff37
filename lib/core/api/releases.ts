import { z } from 'zod';
import { Person } from '@/lib/core/annotation/annotation';
import { exportFormatNames } from '@/lib/core/export/export-formats';
import { cardChanges } from '@/lib/core/release/changed-cards';
import { annotationChanges } from '@/lib/core/release/release-diff';
import { Figures, TagFigures } from './agreement';
import type { Contracts } from './contract';
import { CorpusCounts } from './export';
import { Timestamp } from './timestamp';

/** Who judged by each tag is absent in releases that were frozen before it was counted. */
const FrozenFigures = Figures.extend({ tags: z.array(TagFigures.partial({ annotators: true })) });

/** What a release holds, as it was frozen. */
export const ReleaseCard = z.object({
  counts: CorpusCounts,
  texts: z.array(
    z.object({
      slug: z.string(),
      number: z.int(),
      title: z.string(),
      authors: z.array(z.string()),
      url: z.string().nullable(),
      licence: z.string().nullable(),
      language: z.string(),
      annotations: z.int(),
      /** Its words may be passed on. */
      comes: z.boolean(),
    }),
  ),
  /** The vocabulary, with how many annotations bear each word. */
  tags: z.array(
    z.object({ slug: z.string(), name: z.string(), definition: z.string(), annotations: z.int() }),
  ),
  untagged: z.int(),
  /** Who wrote any of it. */
  people: z.int(),
  /** How many of them marked something; absent in releases that were frozen before it was counted. */
  annotators: z.int().optional(),
  /** Of annotations. */
  first: Timestamp.nullable(),
  last: Timestamp.nullable(),
  /** Null where the group had none. */
  guideline: z.object({ version: z.int(), markdown: z.string() }).nullable(),
  /** From the release alone: an annotator of a text is whoever marked something in it, or checked every section for a tag. */
  agreement: FrozenFigures,
});
export type ReleaseCard = z.infer<typeof ReleaseCard>;

const summary = {
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  note: z.string(),
  state: z.enum(['freezing', 'failed', 'frozen', 'withdrawn']),
  creator: Person,
  created: Timestamp,
  /** When it was read; null until it is frozen. */
  frozen: Timestamp.nullable(),
  /** Of what was frozen: checked whenever somebody takes it. */
  sha256: z.string().nullable(),
  counts: CorpusCounts.nullable(),
  /** While it is being frozen: annotations so far, of how many. */
  progress: z.object({ written: z.int(), total: z.int().nullable() }).nullable(),
  withdrawn: z.object({ by: Person, at: Timestamp, reason: z.string() }).nullable(),
};
export const ReleaseSummary = z.object(summary);
export type ReleaseSummary = z.infer<typeof ReleaseSummary>;

export const Release = z.object({
  ...summary,
  /** Null until it is frozen, and when it is withdrawn. */
  card: ReleaseCard.nullable(),
});
export type Release = z.infer<typeof Release>;

export const ReleaseDiff = z.object({
  from: z.int(),
  to: z.int(),
  /** How many of each; one that changed in two ways counts for both. */
  counts: z.record(z.enum(annotationChanges), z.int()),
  /**
   * Annotations of the earlier release that come no more, as their authors ask to be left out now, or did when the later one was
   * frozen.
   */
  consentWithdrawn: z.int(),
  /** Those of the earlier one that the group does not see any more: hidden, removed or made private. */
  takenBack: z.int(),
  /** The first of them. */
  annotations: z.array(
    z.object({
      id: z.uuid(),
      changes: z.array(z.enum(annotationChanges)),
      text: z.string(),
      person: z.string(),
      /** Slug when it was frozen. */
      essay: z.string(),
      essayId: z.uuid(),
      quote: z.string(),
      /** Where it was re-anchored to other words, and below where it was reworded or retagged. */
      quoteBefore: z.string().nullable(),
      comment: z.string().nullable(),
      commentBefore: z.string().nullable(),
      tags: z.array(z.string()),
      tagsBefore: z.array(z.string()).nullable(),
      /** Where it was discussed: the first answers since the earlier release was frozen. Plain text, as the comment. */
      answers: z.array(z.object({ id: z.uuid(), person: z.string(), words: z.string() })),
      moreAnswers: z.int(),
    }),
  ),
  cards: z.array(
    z.object({
      number: z.int(),
      statement: z.string(),
      changes: z.array(z.enum(cardChanges)),
      statementBefore: z.string().nullable(),
      status: z.string(),
      statusBefore: z.string().nullable(),
    }),
  ),
  texts: z.array(z.object({ change: z.enum(['added', 'removed']), title: z.string(), number: z.int() })),
  words: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      definition: z.string(),
      change: z.enum(['added', 'removed', 'redefined', 'retired', 'brought back']),
    }),
  ),
  guideline: z.boolean(),
});
export type ReleaseDiff = z.infer<typeof ReleaseDiff>;

/** Said to who asks for some of it. */
const comesWhole = (names: readonly string[]) =>
  `At this address a release comes whole: leave out ${new Intl.ListFormat('en').format(names)}. An export of the group takes such a choice, and the number as “release”.`;

export const releaseContracts = {
  'GET /groups/{group}/releases': {
    summary: 'Releases of a group: its corpus as it was at a time, newest first',
    scope: 'public',
    output: z.object({ items: z.array(ReleaseSummary) }),
  },
  'GET /groups/{group}/releases/next': {
    summary: 'What a release would hold that is made now; for moderators',
    scope: 'read',
    output: z.object({
      number: z.int(),
      counts: CorpusCounts,
      changed: Timestamp,
      /** Of the positions: those that do not come for you as long as you have not answered their cards. */
      hiddenPositions: z.int(),
    }),
    limit: 'note',
  },
  'POST /groups/{group}/releases': {
    summary:
      'Freeze the corpus of a group under the next number. Repeating with the same id makes no second one',
    scope: 'write',
    body: z.strictObject({
      id: z.uuidv7().optional(),
      title: z.string().trim().min(1).max(120),
      note: z.string().trim().max(4000).default(''),
    }),
    output: ReleaseSummary,
    status: 201,
    limit: 'export',
  },
  'GET /groups/{group}/releases/{release}': {
    summary: 'One release by its number: what it holds, and how far it is while it is being frozen',
    scope: 'public',
    output: Release,
  },
  'PUT /groups/{group}/releases/{release}/withdrawal': {
    summary: 'Withdraw a release for good: its number stays, what it held is deleted',
    scope: 'write',
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    output: Release,
    limit: 'edit',
  },
  'GET /groups/{group}/releases/{release}/export': {
    summary: 'A release as a file in one of many formats, or a ZIP of several; streamed',
    scope: 'public',
    query: z.strictObject(
      {
        format: z.enum(exportFormatNames),
        /** By name who agreed to that; else everybody under a pseudonym, the same for the same `salt`. */
        named: z.stringbool().default(false),
        salt: z.string().max(100).optional(),
      },
      { error: (issue) => (issue.code === 'unrecognized_keys' ? comesWhole(issue.keys) : undefined) },
    ),
    output: z.string(),
    contentType: 'application/octet-stream',
    limit: 'export',
  },
  'GET /groups/{group}/releases/{release}/diff/{other}': {
    summary: 'What became of a release until another',
    scope: 'public',
    query: z.strictObject({ most: z.coerce.number().int().min(0).max(1000).default(200) }),
    output: ReleaseDiff,
    limit: 'export',
  },
} satisfies Contracts;
