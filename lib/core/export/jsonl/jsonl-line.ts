import { z } from 'zod';
import { OccurrenceRole } from '@/lib/core/api/card-schemas';
import { Timestamp } from '@/lib/core/api/timestamp';
import { JsonlBelief, JsonlCard, JsonlPosition, JsonlRelation, JsonlUndercut } from './jsonl-card';
import { held, id, person, sha256 } from './jsonl-values';

/** Names the shape of a line. A change that an older reader would take wrongly gets the next number. */
export const jsonlSchemaName = 'cruxbook-corpus/1';

/** Of no text at all. */
export const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const range = {
  start: z.int().min(0).meta({ description: 'Unicode code points of `text`.' }),
  end: z.int().min(1).meta({ description: 'Unicode code points of `text`, exclusive.' }),
  start_utf16: z.int().min(0).meta({ description: 'UTF-16 code units of `text`.' }),
  end_utf16: z.int().min(1).meta({ description: 'UTF-16 code units of `text`, exclusive.' }),
};

const Reaction = z.strictObject({ kind: z.string(), user: person });

export const JsonlSpan = z
  .strictObject({
    id,
    ...range,
    label: z.string().nullable().meta({ description: 'The first of `tags`.' }),
    tags: z.array(z.string()).meta({ description: 'Slugs of the vocabulary, in its order.' }),
    annotator: person,
    quote: z.string().meta({ description: 'The text from start to end.' }),
    prefix: z.string().meta({ description: 'Up to 32 code points before it.' }),
    suffix: z.string().meta({ description: 'Up to 32 code points after it.' }),
    comment: z.string().meta({ description: 'Markdown; empty when there is none.' }),
    card: id.nullable().meta({ description: 'The first of `cards`.' }),
    cards: z.array(z.strictObject({ id, role: OccurrenceRole })),
    visibility: z.enum(['group', 'private']),
    held,
    resolved: z.strictObject({ user: person.nullable(), at: Timestamp }).nullable(),
    reactions: z.array(Reaction),
    created: Timestamp,
    modified: Timestamp.nullable(),
    anchor: z.strictObject({ status: z.string(), method: z.string(), confidence: z.number() }),
    via: z
      .array(z.string())
      .optional()
      .meta({ description: 'Where it was taken from; absent when it was made here.' }),
  })
  .meta({ title: 'Annotation' });
export type JsonlSpan = z.infer<typeof JsonlSpan>;

export const JsonlReply = z
  .strictObject({
    id,
    parent: id.meta({ description: 'The span or reply that it answers.' }),
    user: person.nullable(),
    body: z
      .string()
      .nullable()
      .meta({ description: 'Markdown; null when the words do not come but others answer.' }),
    held,
    reactions: z.array(Reaction),
    created: Timestamp,
    modified: Timestamp.nullable(),
  })
  .meta({ title: 'Reply' });
export type JsonlReply = z.infer<typeof JsonlReply>;

export const JsonlCheck = z
  .strictObject({ tag: z.string(), user: person, ...range, created: Timestamp })
  .meta({ title: 'Somebody looked for a tag here and marked all they found' });
export type JsonlCheck = z.infer<typeof JsonlCheck>;

export const JsonlAdjudication = z
  .strictObject({
    id,
    verdict: z.enum(['accept', 'change', 'reject', 'plural']),
    reason: z.string().meta({ description: 'Plain text; empty when none was given.' }),
    user: person.nullable().meta({ description: 'Who decided.' }),
    created: Timestamp,
    decides: z.array(id).meta({ description: 'The spans that it speaks of.' }),
    spans: z
      .array(
        z.strictObject({
          id,
          ...range,
          label: z.string().nullable(),
          tags: z.array(z.string()),
          quote: z.string(),
          prefix: z.string(),
          suffix: z.string(),
        }),
      )
      .meta({ description: 'What stands in the adjudicated layer instead of them.' }),
  })
  .meta({ title: 'A decision about spans' });
export type JsonlAdjudication = z.infer<typeof JsonlAdjudication>;

export const JsonlPerson = z.strictObject({ id, name: z.string(), pseudonymous: z.boolean() });

export const JsonlTag = z.strictObject({
  slug: z.string(),
  name: z.string(),
  definition: z.string(),
  slot: z.int().min(1).max(4),
  line: z.string(),
  glyph: z.string(),
  retired: z.boolean(),
});

export const JsonlGroup = z.strictObject({
  id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  visibility: z.enum(['public', 'private']),
});

/** What every line has, so that all can be read alike. */
const line = {
  schema: z.literal(jsonlSchemaName),
  id,
  title: z.string(),
  url: z.string().nullable(),
  license: z.string().nullable(),
  language: z.string(),
  text: z.string(),
  text_sha256: sha256.meta({ description: 'Of `text` in UTF-8.' }),
  offset_unit: z.literal('unicode_code_point'),
  spans: z.array(JsonlSpan),
  replies: z.array(JsonlReply),
  cards: z.array(JsonlCard),
  relations: z.array(JsonlRelation),
  positions: z.array(JsonlPosition),
  people: z.array(JsonlPerson),
};

const GroupLine = z
  .strictObject({
    ...line,
    kind: z.literal('group'),
    text: z.literal(''),
    group: JsonlGroup,
    vocabulary: z.array(JsonlTag),
    undercuts: z.array(JsonlUndercut),
    beliefs: z.array(JsonlBelief),
    release: z
      .strictObject({
        number: z.int(),
        title: z.string(),
        note: z.string(),
        frozen: Timestamp,
        sha256,
        part: z
          .literal(true)
          .optional()
          .meta({ description: 'Some of it, as `choice` says; absent where all of it was asked for.' }),
      })
      .optional()
      .meta({
        description:
          'The release that it was read from, with the SHA-256 of what was frozen; absent for the group as it is.',
      }),
    choice: z.record(z.string(), z.unknown()).meta({ description: 'What was asked for.' }),
    counts: z.record(z.string(), z.int()),
    changed: Timestamp.meta({
      description: 'Last change of anything in the file, or in the release that it is a part of.',
    }),
    site: z.string(),
    software: z.strictObject({ name: z.string(), version: z.string() }),
  })
  .meta({ title: 'The first line: the group, its vocabulary and its cards' });

const DocumentLine = z
  .strictObject({
    ...line,
    kind: z.literal('document'),
    essay: id,
    slug: z.string(),
    version: z.int(),
    authors: z.array(z.string()),
    created: Timestamp,
    structure: z
      .record(z.string(), z.unknown())
      .nullable()
      .optional()
      .meta({ description: 'Headings, lists, notes and links of `text`, as Tiptap JSON.' }),
    checks: z.array(JsonlCheck),
    adjudications: z.array(JsonlAdjudication).optional().meta({ description: 'Absent when there are none.' }),
    withheld: z
      .strictObject({
        text_sha256: sha256,
        spans: z.array(JsonlSpan),
        replies: z.array(JsonlReply),
        checks: z.array(JsonlCheck),
        adjudications: z.array(JsonlAdjudication).optional(),
      })
      .nullable()
      .meta({
        description:
          'Where the text may not be passed on: what stands in it, by offsets in the text that has this hash.',
      }),
  })
  .meta({ title: 'A line for each text' });

/** One line of the file. */
export const JsonlLine = z
  .discriminatedUnion('kind', [GroupLine, DocumentLine])
  .meta({ title: `One line of ${jsonlSchemaName}` });
export type JsonlLine = z.infer<typeof JsonlLine>;
