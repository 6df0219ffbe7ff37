import { z } from 'zod';
import { Person } from '@/lib/core/annotation/annotation';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import {
  AnnotatorSpans,
  annotator,
  ContestedSentence,
  ContestedTag,
  Figures,
  LeftOut,
  measuredText,
  TokenPlaces,
} from './agreement';
import type { Contracts } from './contract';
import { Timestamp } from './timestamp';

const title = z.string().trim().min(1).max(120);
const guideline = z.string().trim().max(20_000);
/** ISO 8601 with its time zone. */
const time = z.iso.datetime({ offset: true });

/** `alone`: its annotators see only what they wrote themselves, until it is `revealed`. */
const State = z.enum(['planned', 'alone', 'revealed', 'cancelled']);

/** A blind reading of an essay. (The rounds of `/groups/{group}/rounds` ask for answers to cards.) */
export const AnnotationRound = z.object({
  id: z.uuid(),
  title: z.string(),
  /** Markdown. */
  guideline: z.string(),
  state: State,
  /** Number of the text that is read. */
  version: z.int(),
  opens: Timestamp,
  /** When it is revealed at the latest; null: when all are done, or a moderator says so. */
  reveals: Timestamp.nullable(),
  revealWhenAllDone: z.boolean(),
  openedBy: Person,
  /** When it was revealed or cancelled. */
  ended: Timestamp.nullable(),
  /** The moderator who did; null: it is not, its time had come, or all were done. */
  endedBy: Person.nullable(),
  /** What is looked for; empty: all words of the vocabulary. */
  tags: z.array(z.string()),
  /** How many were asked, and how many of them are done. */
  people: z.int(),
  done: z.int(),
  /** Who is not done and still may annotate: those without whom it is not complete. Others left, or only read by now. */
  awaited: z.int(),
  /** Whether the viewer is done; null: they were not asked. */
  mine: z.boolean().nullable(),
});
export type AnnotationRound = z.infer<typeof AnnotationRound>;

const RoundAnnotator = z.object({
  person: Person,
  /** Null as long as only moderators know. */
  done: z.boolean().nullable(),
  /**
   * How many marks of theirs count now (`after` in its agreement); null until the reveal, of who took no part, and for who
   * reads the essay alone.
   */
  marks: z.int().nullable(),
});

const AnnotationRoundDetail = AnnotationRound.extend({ annotators: z.array(RoundAnnotator) });
export type AnnotationRoundDetail = z.infer<typeof AnnotationRoundDetail>;

/** Unicode code points in the canonical text of the round's version, end exclusive. */
const Range = z.object({ start: z.int(), end: z.int() });

/** What somebody changed since the reveal. */
const Move = z.object({
  kind: z.enum(['added', 'removed', 'retagged', 'respanned']),
  person: Person,
  /** Null: the mark is gone. */
  annotation: z.uuid().nullable(),
  before: Range.extend({ tags: z.array(z.string()) }).nullable(),
  after: Range.extend({ tags: z.array(z.string()) }).nullable(),
  /** The words of it, as it is now or was; of long ones both ends. */
  quote: z.string(),
});

const RoundAgreement = z.object({
  /** Who marked something in it, or said that they were done; the others are missing in the figures. */
  annotators: z.array(Person),
  /** As they had marked at the reveal, which never changes. */
  before: Figures,
  /** As their marks are now. What they marked before the round opened counts in neither. */
  after: Figures,
  moves: z.array(Move),
  /** At the reveal, the most contested first. */
  contested: z.array(
    ContestedSentence.extend({
      /** Of long ones both ends. */
      text: z.string(),
      tags: z.array(
        ContestedTag.extend({
          /** `annotation` is null: the mark is gone. */
          marks: z.array(z.object({ annotation: z.uuid().nullable(), creator: Person })),
          /** By now all of them mark it, or nobody does. */
          agreed: z.boolean(),
        }),
      ),
    }),
  ),
});
export type RoundAgreement = z.infer<typeof RoundAgreement>;

/** Everything its figures were made of. Schema `cruxbook/round-positions/1`, see docs/rounds.md. */
const RoundPositions = z.object({
  schema: z.literal('cruxbook/round-positions/1'),
  group: z.string(),
  offsets: z.literal('unicode code points'),
  round: z.object({ id: z.uuid(), title: z.string(), opened: Timestamp, revealed: Timestamp }),
  /** Slugs that count. */
  tags: z.array(z.string()),
  essay: z.object(measuredText),
  tokens: TokenPlaces,
  leftOut: LeftOut,
  /** Of those who took part: what they had marked at the reveal, and what is marked now. */
  annotators: z.array(z.object({ ...annotator, before: AnnotatorSpans, after: AnnotatorSpans })),
});
export type RoundPositions = z.infer<typeof RoundPositions>;

const ofPositions = z.strictObject(ExportChoice.pick({ named: true, salt: true }).shape);
export type RoundPositionsChoice = z.infer<typeof ofPositions>;

const asked = {
  title,
  guideline,
  reveals: time.nullable(),
  revealWhenAllDone: z.boolean(),
};

export const annotationRoundContracts = {
  'GET /groups/{group}/essays/{essay}/rounds': {
    summary: 'Blind readings of an essay, the newest first',
    scope: 'public',
    output: z.object({ items: z.array(AnnotationRound) }),
  },
  'POST /groups/{group}/essays/{essay}/rounds': {
    summary:
      'Ask people to read the newest text alone: until the reveal they see only what they mark themselves',
    scope: 'write',
    body: z.strictObject({
      id: z.uuidv7().optional(),
      title,
      guideline: guideline.default(''),
      opens: time.optional(),
      reveals: time.nullish(),
      revealWhenAllDone: z.boolean().default(true),
      people: z.array(z.uuid()).min(2, 'Choose at least two people.').max(200),
      tags: z.array(z.string().max(60)).max(100).default([]),
    }),
    output: AnnotationRoundDetail,
    status: 201,
    limit: 'edit',
  },
  'GET /groups/{group}/essays/{essay}/rounds/{round}': {
    summary: 'One of them with its annotators',
    scope: 'public',
    output: AnnotationRoundDetail,
  },
  'PATCH /groups/{group}/essays/{essay}/rounds/{round}': {
    summary: 'Rename a round that is not revealed, change its guideline, or when it is revealed',
    scope: 'write',
    body: z.strictObject(asked).partial(),
    output: AnnotationRoundDetail,
    limit: 'edit',
  },
  'DELETE /groups/{group}/essays/{essay}/rounds/{round}': {
    summary: 'Cancel a round that is not revealed; what was marked in it is shown like any other mark',
    scope: 'write',
    limit: 'edit',
  },
  'PUT /groups/{group}/essays/{essay}/rounds/{round}/done': {
    summary: 'Say that you are done reading alone, or not yet; the last one may reveal it',
    scope: 'write',
    body: z.strictObject({ done: z.boolean() }),
    output: AnnotationRound,
    limit: 'edit',
  },
  'POST /groups/{group}/essays/{essay}/rounds/{round}/reveal': {
    summary: 'Reveal a round before its time; the round says who did',
    scope: 'write',
    output: AnnotationRoundDetail,
    limit: 'edit',
  },
  'POST /groups/{group}/essays/{essay}/rounds/{round}/reminders': {
    summary: 'Remind those who are not done, in their inbox',
    scope: 'write',
    limit: 'edit',
  },
  'GET /groups/{group}/essays/{essay}/rounds/{round}/agreement': {
    summary: 'How far the annotators agreed when it was revealed, how far they do now, and who moved',
    scope: 'public',
    output: RoundAgreement,
    limit: 'measure',
  },
  'GET /groups/{group}/essays/{essay}/rounds/{round}/agreement.csv': {
    summary: 'The same figures, a row for each time, tag and measure',
    scope: 'public',
    contentType: 'text/csv',
    output: z.string(),
    limit: 'measure',
  },
  'GET /groups/{group}/essays/{essay}/rounds/{round}/agreement/positions': {
    summary: 'What these figures were made of: tokens, and the spans of each annotator before and after',
    scope: 'public',
    query: ofPositions,
    output: RoundPositions,
    limit: 'export',
  },
  'GET /groups/{group}/essays/{essay}/rounds/{round}/agreement/positions.csv': {
    summary:
      'The same spans, a row for each time, span and tag; without a span for each tag that they did not use',
    scope: 'public',
    query: ofPositions,
    contentType: 'text/csv',
    output: z.string(),
    limit: 'export',
  },
} satisfies Contracts;
