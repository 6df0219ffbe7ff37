import { z } from 'zod';
import { caseStatuses } from '@/lib/core/adjudication/decided-cases';
import { verdicts } from '@/lib/core/adjudication/decisions-in-force';
import { fates } from '@/lib/core/adjudication/fate';
import { mostMarks } from '@/lib/core/adjudication/refuse-decision';
import { Person } from '@/lib/core/annotation/annotation';
import { ofRound } from './agreement';
import type { Contracts } from './contract';
import { greatestInteger } from './greatest-integer';
import { Timestamp } from './timestamp';

/** Unicode code points in the canonical text of the version, end exclusive. */
const range = { start: z.int().min(0).max(greatestInteger), end: z.int().min(1).max(greatestInteger) };
const tags = z.array(z.string().max(60)).max(8);

/** Bounds in whole tokens, and tags. */
export const Reading = z.strictObject({ ...range, tags });
export type Reading = z.infer<typeof Reading>;

const reason = z.string().trim().max(1000);

const Decision = z.object({
  id: z.uuid(),
  verdict: z.enum(verdicts),
  reason: z.string(),
  by: Person,
  created: Timestamp,
  /** What stands in the adjudicated layer. */
  marks: z.array(z.object({ id: z.uuid(), ...range, tags })),
});

export const AdjudicationCase = z.object({
  id: z.uuid(),
  /** Names all that is to be seen of the case. A decision sends it back. */
  state: z.string(),
  status: z.enum(caseStatuses),
  ...range,
  /** What most people gave first. */
  candidates: z.array(
    z.object({
      ...range,
      tags,
      marks: z.array(
        z.object({
          annotation: z.uuid(),
          creator: z.uuid(),
          /** Plain text. */
          comment: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Who tagged other passages of the text and not this one. */
  silent: z.array(z.uuid()),
  /** How many more annotated the text and tagged nothing in it: they count, and are not named. */
  silentReaders: z.int(),
  /** What holds; also while marks have changed since. */
  decision: Decision.nullable(),
});
export type AdjudicationCase = z.infer<typeof AdjudicationCase>;

export const EssayAdjudication = z.object({
  essay: z.object({ slug: z.string(), title: z.string(), version: z.int(), language: z.string() }),
  /** Who tagged anything in its newest text. */
  people: z.array(Person),
  /** Those textblocks in which there is a case. */
  blocks: z.array(z.object({ start: z.int(), text: z.string() })),
  /** In reading order. */
  cases: z.array(AdjudicationCase),
});
export type EssayAdjudication = z.infer<typeof EssayAdjudication>;

/** What was decided about one annotation. */
const DecidedAnnotation = z.object({
  annotation: z.uuid(),
  fate: z.enum(fates),
  /** It got other tags after that. */
  retagged: z.boolean(),
  /** It was moved to other words after that. */
  moved: z.boolean(),
  /** Id of one of the `decisions`. */
  decision: z.uuid(),
});

const DecidedAnnotations = z.object({ items: z.array(DecidedAnnotation), decisions: z.array(Decision) });
export type DecidedAnnotations = z.infer<typeof DecidedAnnotations>;

/** Whose marks make the cases: everybody's, or those that the readers of a round made blind. */
const byRound = z.strictObject({ round: ofRound });

const Cases = z.object({ cases: z.array(AdjudicationCase) });

export const GuidelineExample = z.object({
  id: z.uuid(),
  /** Slug. */
  tag: z.string(),
  /** It shows what the tag is meant for; else what it is not meant for. */
  positive: z.boolean(),
  reason: z.string(),
  essay: z.object({ slug: z.string(), title: z.string() }),
  version: z.int(),
  ...range,
  prefix: z.string(),
  exact: z.string(),
  suffix: z.string(),
  created: Timestamp,
});
export type GuidelineExample = z.infer<typeof GuidelineExample>;

export const adjudicationContracts = {
  'GET /groups/{group}/essays/{essay}/adjudication': {
    summary:
      'Passages of an essay’s newest text that were tagged, who says what of them, and what was decided; by `round`: of those marked blind in it',
    scope: 'public',
    query: byRound,
    output: EssayAdjudication,
  },
  'GET /groups/{group}/essays/{essay}/adjudication/decisions': {
    summary:
      'What holds about those annotations of an essay’s newest text that you may see; nothing while you read it alone',
    scope: 'public',
    output: DecidedAnnotations,
  },
  'POST /groups/{group}/essays/{essay}/adjudication/decisions': {
    summary:
      'Decide about cases: all of them, or none and 409 with those that are no longer what you saw. Bounds grow to whole tokens',
    scope: 'write',
    query: byRound,
    body: z.strictObject({
      decisions: z
        .array(
          z.strictObject({
            case: z.uuid(),
            state: z.string().max(100),
            verdict: z.enum(verdicts),
            /** What is to stand in the layer: readings that were given, but for a change; none when rejected. */
            marks: z.array(Reading).max(mostMarks).default([]),
            /** What the annotators are told. */
            reason: reason.default(''),
          }),
        )
        .min(1)
        .max(200),
    }),
    output: Cases,
    status: 201,
    limit: 'edit',
  },
  'POST /groups/{group}/essays/{essay}/adjudication/decisions/{id}/undo': {
    summary: 'Take a decision back that holds; what it took the place of holds again',
    scope: 'write',
    query: byRound,
    output: Cases,
    status: 201,
    limit: 'edit',
  },
  'GET /groups/{group}/examples': {
    summary: 'Passages that show what tags are meant for, and what not',
    scope: 'public',
    output: z.object({ items: z.array(GuidelineExample) }),
  },
  'POST /groups/{group}/examples': {
    summary: 'Keep a passage as an example of a tag, or of what it is not; again: with another reason',
    scope: 'write',
    body: z.strictObject({
      tag: z.string().max(60),
      /** Id or slug. */
      essay: z.string().max(200),
      version: z.int().min(1).max(greatestInteger),
      ...range,
      positive: z.boolean(),
      reason: reason.default(''),
    }),
    output: GuidelineExample,
    status: 201,
    limit: 'edit',
  },
  'DELETE /groups/{group}/examples/{id}': {
    summary: 'Take an example away',
    scope: 'write',
    limit: 'edit',
  },
} satisfies Contracts;
