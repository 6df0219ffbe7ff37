import { z } from 'zod';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { withoutText } from '@/lib/core/export/export-format';
import { exportFormatNames } from '@/lib/core/export/export-formats';
import type { Contracts } from './contract';
import { Timestamp } from './timestamp';

/** How a member appears in exports of a group. */
export const ExportConsent = z.enum(['named', 'pseudonym', 'left-out']);
export type ExportConsent = z.infer<typeof ExportConsent>;

/** What somebody chose for a group that they contributed to. */
export const GivenConsent = z.object({
  group: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  /** They belong to it; else they left. */
  member: z.boolean(),
  choice: ExportConsent,
});
export type GivenConsent = z.infer<typeof GivenConsent>;

const count = z.int();

export const CorpusCounts = z.object({
  documents: count,
  annotations: count,
  replies: count,
  cards: count,
  relations: count,
  positions: count,
  beliefs: count,
  checks: count,
  /** Decisions on what was marked; absent where there are none. */
  adjudications: count.optional(),
  /** Marks that they leave standing; some formats have these alone. Absent where there are no decisions. */
  adjudicated: count.optional(),
});

/** A text without an open licence. */
export const UnlicensedText = z.object({
  essay: z.uuid(),
  title: z.string(),
  licence: z.string().nullable(),
  /** Members may take it along, and you are one of them. */
  comes: z.boolean(),
  /** You may change that: moderators may, and whoever added it may take leave back. */
  mayShare: z.boolean(),
});
export type UnlicensedText = z.infer<typeof UnlicensedText>;

/** What a choice would give: how much, and how it begins. */
export const ExportPreview = z.object({
  /** What a file of the format has, and no more; of `documents`, those that come with their words. */
  counts: CorpusCounts,
  /** Positions of others that do not come, as you have still to answer their cards. */
  hiddenPositions: count,
  /** What was chosen and does not come, as the format could not say that it is private or held. */
  untold: z.object({ private: count, held: count }),
  changed: Timestamp,
  /** Of the texts that the format would have; none where it has no texts at all. */
  unlicensed: z.array(UnlicensedText),
  /** What comes of those that do not come: what was marked in them, or nothing, which is not counted then either. */
  withoutText: z.enum(withoutText),
  /** The first annotations. */
  rows: z.array(
    z.object({
      id: z.uuid(),
      essay: z.string(),
      person: z.string(),
      tags: z.array(z.string()),
      /** Both as plain text; a file may have Markdown. */
      quote: z.string(),
      comment: z.string().nullable(),
      replies: count,
    }),
  ),
});
export type ExportPreview = z.infer<typeof ExportPreview>;

/** What of a group, and in which format. */
export const ExportAsked = ExportChoice.extend({ format: z.enum(exportFormatNames) });
export type ExportAsked = z.infer<typeof ExportAsked>;

/** An export that is made in the background. */
export const PreparedExport = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'running', 'ready', 'failed', 'cancelled']),
  format: z.enum(exportFormatNames),
  /** The rest of what was asked for, as it stands in a URL. */
  choice: z.record(z.string(), z.string()),
  /** Annotations written; `total` is not known before the writing begins. */
  progress: z.object({ done: count, total: count.nullable() }),
  /** Of the file, as far as it is written. */
  bytes: z.int(),
  /** Of the file, hexadecimal; null until it is ready. */
  sha256: z.string().nullable(),
  /**
   * Why it failed: something in it was taken back since, what was asked for is not there any more, or the server could not
   * make it.
   */
  problem: z.enum(['withdrawn', 'gone', 'archive-too-large', 'broken']).nullable(),
  createdAt: Timestamp,
  /** Then nothing of it is left. */
  expiresAt: Timestamp,
});
export type PreparedExport = z.infer<typeof PreparedExport>;

export const exportContracts = {
  'GET /groups/{group}/export': {
    summary: 'What you may see of a group, as a file in one of many formats, or a ZIP of several; streamed',
    scope: 'public',
    query: ExportAsked,
    output: z.string(),
    contentType: 'application/octet-stream',
    limit: 'export',
  },
  'GET /groups/{group}/export/preview': {
    summary: 'How much an export would hold, exactly, and how it begins',
    scope: 'public',
    /** Without a format: as JSON Lines, which keep all. */
    query: ExportChoice.extend({ format: z.enum(exportFormatNames).optional() }),
    output: ExportPreview,
    limit: 'note',
  },
  'GET /groups/{group}/exports': {
    summary: 'Your exports of a group that are made in the background, newest first',
    scope: 'read',
    output: z.object({ items: z.array(PreparedExport) }),
  },
  'POST /groups/{group}/exports': {
    summary:
      'Have an export made in the background, for a day: the body says what the query of the streamed one does',
    scope: 'write',
    body: ExportAsked,
    output: PreparedExport,
    status: 202,
    located: true,
    limit: 'export',
  },
  'GET /groups/{group}/exports/{id}': {
    summary: 'One of your exports: how far it is, and the SHA-256 of its file',
    scope: 'read',
    output: PreparedExport,
  },
  'DELETE /groups/{group}/exports/{id}': {
    summary: 'Cancel one of your exports while it waits or is made; later, or once more, remove it',
    scope: 'write',
    limit: 'edit',
  },
  'GET /groups/{group}/exports/{id}/file': {
    summary:
      'The file of one of your exports, or a range of it; 409 until it is ready, 410 when something in it was taken back since',
    scope: 'read',
    output: z.string(),
    contentType: 'application/octet-stream',
    ranges: true,
    limit: 'export',
  },
  'GET /groups/{group}/export/consent': {
    summary: 'How you appear in exports of a group, also of one that you left',
    scope: 'read',
    output: z.object({ choice: ExportConsent }),
  },
  'PUT /groups/{group}/export/consent': {
    summary: 'Choose how you appear in exports from now on: by name, under a pseudonym, or not at all',
    scope: 'write',
    body: z.strictObject({ choice: ExportConsent }),
    limit: 'edit',
  },
  'GET /me/export-consents': {
    summary: 'The groups that you contributed to, also those you left, and how you appear in exports of each',
    scope: 'read',
    output: z.object({ items: z.array(GivenConsent) }),
  },
  'PUT /groups/{group}/essays/{essay}/sharing': {
    summary:
      'Whether members may take the text of an essay along in exports although it has no open licence; moderators say so, and whoever added it may take leave back',
    scope: 'write',
    body: z.strictObject({ share: z.boolean() }),
    limit: 'edit',
  },
} satisfies Contracts;
