import { z } from 'zod';
import type { Contracts } from './contract';
import { greatestInteger } from './greatest-integer';
import { Timestamp } from './timestamp';

/** As a person sets it: any offset, in years of four digits. */
const due = z.iso.datetime({ offset: true }).nullish();

/** Bibliographic description of an essay. */
const description = {
  title: z.string().trim().min(1).max(300),
  authors: z.array(z.string().trim().min(1).max(200)).max(50),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  licence: z.string().trim().max(200).nullable(),
  /** BCP 47, e.g. "en", "zh-Hant". */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a code such as en, de, ar or zh-Hant.'),
};

/** An essay on a group's reading list. */
export const ListedEssay = z.object({
  id: z.uuid(),
  group: z.uuid(),
  slug: z.string(),
  ...description,
  version: z.int(),
  /** Newest text of the essay. */
  number: z.int(),
  words: z.int(),
  position: z.int(),
  due: Timestamp.nullable(),
  added: Timestamp,
  annotations: z.int(),
  /** Threads with something new for the viewer; 0 for visitors. */
  unread: z.int(),
});
export type ListedEssay = z.infer<typeof ListedEssay>;

/** Of an import request; the text in it may be a megabyte and more, escapes included. */
const maximumEssayBytes = 4_000_000;

const ImportFormatName = z.enum(['text', 'markdown', 'html']);

/** A text to import. What of the description is absent is taken from the text. */
export const EssayDraft = z
  .strictObject(description)
  .partial()
  .extend({
    id: z.uuidv7().optional(),
    format: ImportFormatName,
    content: z.string().min(1),
    due,
    /** Members may take the text along in exports, whatever its licence; not unless told. */
    share: z.boolean().optional(),
  });
export type EssayDraft = z.infer<typeof EssayDraft>;

export const EssayVersion = z.object({
  essay: z.uuid(),
  number: z.int(),
  /** Tiptap JSON, lib/core/essay/document.ts. */
  document: z.unknown(),
  /** Canonical text; annotation offsets are Unicode code points in it. */
  text: z.string(),
  sha256: z.string(),
  words: z.int(),
  created: Timestamp,
});
export type EssayVersion = z.infer<typeof EssayVersion>;

export const essayContracts = {
  'GET /groups/{group}/essays': {
    summary: 'The reading list of a group, in order',
    scope: 'public',
    output: z.object({ items: z.array(ListedEssay) }),
  },
  'POST /groups/{group}/essays': {
    summary: 'Import an essay and put it on the reading list',
    scope: 'write',
    body: EssayDraft,
    maximumBytes: maximumEssayBytes,
    output: ListedEssay.extend({ warnings: z.array(z.string()) }),
    status: 201,
    limit: 'import',
  },
  'POST /groups/{group}/essays/preview': {
    summary: 'What an import would make of a text, without keeping it',
    scope: 'write',
    body: EssayDraft,
    maximumBytes: maximumEssayBytes,
    output: z.object({
      title: z.string(),
      authors: z.array(z.string()),
      words: z.int(),
      html: z.string(),
      warnings: z.array(z.string()),
      /** Essay of the same text already on the list. */
      duplicate: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }).nullable(),
    }),
    limit: 'import',
  },
  'GET /groups/{group}/essays/{essay}': {
    summary: 'One essay on the list',
    scope: 'public',
    output: ListedEssay,
  },
  'PATCH /groups/{group}/essays/{essay}': {
    summary: 'Change the description, due date or place on the list of an essay',
    scope: 'write',
    body: z
      .strictObject(description)
      .partial()
      .extend({
        due,
        /** 0-based place on the list. */
        position: z.int().min(0).max(greatestInteger).optional(),
      }),
    output: ListedEssay,
    ifMatch: true,
    limit: 'edit',
  },
  'DELETE /groups/{group}/essays/{essay}': {
    summary: 'Take an essay off the list; its annotations in the group go with it',
    scope: 'write',
    limit: 'edit',
  },
  'GET /essays/{essay}/versions/{number}': {
    summary: 'One immutable text of an essay',
    scope: 'public',
    output: EssayVersion,
  },
  'GET /groups/{group}/essays/{essay}/reading': {
    summary: 'Where you stopped reading, and which threads you have read',
    scope: 'read',
    output: z.object({
      /** UTF-16 offset of the first visible character in version `number`. */
      offset: z.int(),
      number: z.int(),
      /** Threads active before this are read; null on the first visit, when nothing counts as unread. */
      readAt: Timestamp.nullable(),
      /** Read after that, by annotation id. */
      threads: z.record(z.uuid(), Timestamp),
    }),
  },
  'PUT /groups/{group}/essays/{essay}/reading': {
    summary: 'Remember where you are, and what you have read',
    scope: 'write',
    body: z.strictObject({
      offset: z.int().min(0).max(greatestInteger).optional(),
      number: z.int().min(1).max(greatestInteger).optional(),
      /** Mark these threads read, as of now. */
      threads: z.array(z.uuid()).max(1000).optional(),
      /** Mark everything read, as of now. */
      all: z.literal(true).optional(),
    }),
    limit: 'note',
  },
  'GET /groups/{group}/essays/{essay}/events': {
    summary: 'Live events of an essay (server-sent events; Last-Event-ID or ?cursor resumes)',
    scope: 'public',
    query: z.strictObject({ cursor: z.string().max(60).optional() }),
    contentType: 'text/event-stream',
    output: z.string(),
    limit: 'connect',
  },
  'PUT /groups/{group}/essays/{essay}/presence': {
    summary: 'Tell the group that you are reading, and roughly where',
    scope: 'write',
    body: z.strictObject({ block: z.int().min(0).max(greatestInteger), leaving: z.boolean().optional() }),
    limit: 'note',
  },
} satisfies Contracts;
