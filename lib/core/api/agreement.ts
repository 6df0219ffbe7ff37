import { z } from 'zod';
import { matchings } from '@/lib/core/adjudication/against-layer';
import { whyUndefined } from '@/lib/core/agreement/measure';
import { Person } from '@/lib/core/annotation/annotation';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import type { Contracts } from './contract';

/** At most 1. */
const known = { value: z.number(), because: z.null() };
/** Undefined, and why. */
const unknown = { value: z.null(), because: z.enum(whyUndefined) };
const Measure = z.union([z.object(known), z.object(unknown)]);

/** What a figure stands on: so many tokens, pairs of people, or passages. */
const support = { n: z.int(), unit: z.enum(['tokens', 'pairs', 'passages']) };
const Figure = z.union([z.object({ ...known, ...support }), z.object({ ...unknown, ...support })]);

/** Of one tag; formulas and sources: docs/agreement.md. */
export const TagFigures = z.object({
  /** Slug; null: marked with whatever tag. */
  tag: z.string().nullable(),
  passages: z.int(),
  /** People who judged a text by it that another judged by it, too; `markers` are those of them who used it. */
  annotators: z.int(),
  markers: z.int(),
  /** Tokens that somebody marked. */
  marked: z.int(),
  alpha: Figure,
  unitAlpha: Figure,
  valueAlpha: Figure,
  alphaU: Figure,
  fleiss: Figure,
  ac1: Figure,
  cohen: Figure,
  exact: Figure,
  overlap: Figure,
});

export const Figures = z.object({
  /** People who judged a text by some tag that another judged it by, too: marked something, or looked and found nothing. */
  annotators: z.int(),
  texts: z.int(),
  tokens: z.int(),
  tags: z.array(TagFigures),
  tagged: z.object({ units: Figure, binary: Figure, coding: Figure }),
});

const Pair = z.object({
  /** Places in `people`. */
  one: z.int(),
  other: z.int(),
  alpha: Measure,
  kappa: Measure,
  exact: Measure,
  overlap: Measure,
  /** That both read. */
  tokens: z.int(),
  /** That either marked. */
  passages: z.int(),
});

/** Every two of those who marked most, by the tag that was asked for. */
const Pairs = z.object({ people: z.array(Person), more: z.int(), pairs: z.array(Pair) });
export type Pairs = z.infer<typeof Pairs>;

const essay = { slug: z.string(), title: z.string(), version: z.int() };

/** A text whose tokens and spans come along. */
export const measuredText = { ...essay, language: z.string(), sha256: z.string() };

/** How far people are from what was decided, over the passages that are decided (docs/adjudication.md). */
const Adjudicated = z.object({
  /** Of no account where figures are by one tag. */
  match: z.enum(matchings),
  decided: z.int(),
  cases: z.int(),
  people: z.array(
    z.object({
      person: Person,
      /** Theirs, and those of the layer; where tags match, once for each of their tags. */
      passages: z.int(),
      decided: z.int(),
      exact: Measure,
      overlap: Measure,
      kappa: Measure,
    }),
  ),
});
export type Adjudicated = z.infer<typeof Adjudicated>;

/**
 * Members who may annotate, opened the text, and neither marked anything nor looked through all of it; of a round, who was asked and neither marked anything nor was done.
 * Nothing is known of what they would have marked.
 */
const notCounted = z.int();

const EssayAgreement = z.object({
  essay: z.object(essay),
  /** Who counts: people who marked something, and how many more looked and found nothing; of a round, all who took part by name. */
  annotators: z.object({ people: z.array(Person), silent: z.int() }),
  notCounted,
  figures: Figures,
  pairs: Pairs,
  adjudicated: Adjudicated,
});
export type EssayAgreement = z.infer<typeof EssayAgreement>;

const GroupAgreement = z.object({
  figures: Figures,
  essays: z.array(z.object({ ...essay, figures: Figures, notCounted })),
  pairs: Pairs,
});
export type GroupAgreement = z.infer<typeof GroupAgreement>;

const offsets = {
  /** Unicode code points in the canonical text of the version, end exclusive. */
  start: z.int(),
  end: z.int(),
};

export const ContestedTag = z.object({
  tag: z.string(),
  /** Who marked it, of so many who judged the text by the tag. */
  people: z.int(),
  annotators: z.int(),
  marks: z.array(z.object({ annotation: z.uuid(), creator: Person })),
});

export const ContestedSentence = z.object({
  ...offsets,
  /** 0-1: 1 when half of its annotators marked it. */
  strength: z.number(),
  tags: z.array(ContestedTag),
});

const ContestedSentences = z.object({
  version: z.int(),
  /** Who judged the text by some tag. */
  annotators: z.int(),
  sentences: z.array(ContestedSentence),
});
export type ContestedSentences = z.infer<typeof ContestedSentences>;

/** Begin and end of each token, code points. */
export const TokenPlaces = z.array(z.tuple([z.int(), z.int()]));

/** Annotators who do not want to be in exports: without them the figures come out a little otherwise. */
export const LeftOut = z.int();

export const annotator = {
  /** A person's id or pseudonym; "silent-1" of those who looked through texts and tagged nothing in any. */
  id: z.string(),
  /** Of those who agreed, where names were asked for; or the pseudonym, the same as in other exports. */
  name: z.string().nullable(),
};
export const AnnotatorSpans = z.array(
  z.object({ annotation: z.uuid(), ...offsets, tags: z.array(z.string()) }),
);

/** Everything the figures were made of. Schema `cruxbook/agreement-positions/1`, see docs/agreement.md. */
const AgreementPositions = z.object({
  schema: z.literal('cruxbook/agreement-positions/1'),
  group: z.string(),
  offsets: z.literal('unicode code points'),
  /** Slugs that count. */
  tags: z.array(z.string()),
  essays: z.array(
    z.object({
      ...measuredText,
      tokens: TokenPlaces,
      leftOut: LeftOut,
      /** `tags`: those that they judged the text by. */
      annotators: z.array(z.object({ ...annotator, tags: z.array(z.string()), spans: AnnotatorSpans })),
    }),
  ),
});
export type AgreementPositions = z.infer<typeof AgreementPositions>;

const byTag = z.strictObject({ tag: z.string().max(60).optional() });
/** Id of a round that is revealed: only what its readers marked in it counts. */
export const ofRound = z.uuid().optional();
const ofEssay = byTag.extend({
  round: ofRound,
  /** What matches the adjudicated layer: unless told, what has the same tag. */
  match: z.enum(matchings).optional(),
});
export type EssayAgreementChoice = z.infer<typeof ofEssay>;
const ofPositions = z.strictObject({
  ...ExportChoice.pick({ essay: true, named: true, salt: true }).shape,
});
export type PositionsChoice = z.infer<typeof ofPositions>;

export const agreementContracts = {
  'GET /groups/{group}/agreement': {
    summary: 'How far annotators agree, by tag, by essay and by pairs; pairs by `tag`, or by whatever tag',
    scope: 'public',
    query: byTag,
    output: GroupAgreement,
    limit: 'measure',
  },
  'GET /groups/{group}/agreement.csv': {
    summary: 'The same figures, a row for each essay, tag and measure; rows without essay are of the group',
    scope: 'public',
    contentType: 'text/csv',
    output: z.string(),
    limit: 'measure',
  },
  'GET /groups/{group}/agreement/positions': {
    summary: 'What the figures were made of: tokens of each text, and the spans of each annotator',
    scope: 'public',
    query: ofPositions,
    output: AgreementPositions,
    limit: 'export',
  },
  'GET /groups/{group}/agreement/positions.csv': {
    summary:
      'The spans of each annotator, a row for each span and tag; without a span for each tag that they judged and did not use',
    scope: 'public',
    query: ofPositions,
    contentType: 'text/csv',
    output: z.string(),
    limit: 'export',
  },
  'GET /groups/{group}/essays/{essay}/agreement': {
    summary:
      'How far the annotators of an essay agree, in its newest text; of a `round`: its readers, by their marks at the reveal',
    scope: 'public',
    query: ofEssay,
    output: EssayAgreement,
    limit: 'measure',
  },
  'GET /groups/{group}/essays/{essay}/agreement.csv': {
    summary: 'The figures of the newest text, a row for each tag and measure',
    scope: 'public',
    contentType: 'text/csv',
    output: z.string(),
    limit: 'measure',
  },
  'GET /groups/{group}/essays/{essay}/agreement/sentences': {
    summary: 'Sentences that some annotators of the newest text marked with a tag, and others did not',
    scope: 'public',
    output: ContestedSentences,
    limit: 'measure',
  },
} satisfies Contracts;
