import { z } from 'zod';
import type { Contracts } from './contract';

/** What was looked for in a part of a text, and what stands there. */
const SectionTag = z.object({
  /** Slug. */
  tag: z.string(),
  /** Annotations with it that begin in the section. */
  found: z.int(),
  /** Members who have checked the section for it. */
  people: z.int(),
  /** The viewer has. */
  isMine: z.boolean(),
});

const CheckedSection = z.object({
  /** Ordinal of its first textblock: `#b-<block>` leads there. */
  block: z.int(),
  /** Null where no heading begins it. */
  title: z.string().nullable(),
  tags: z.array(SectionTag),
});
export type CheckedSection = z.infer<typeof CheckedSection>;

const CoverageCell = z.object({
  /** Slug. */
  tag: z.string(),
  found: z.int(),
  /** Members who have checked at least one section of the newest text. */
  people: z.int(),
  /** How many of its sections somebody has checked. */
  sections: z.int(),
});

export const CoveredEssay = z.object({
  slug: z.string(),
  title: z.string(),
  /** Number of the newest text, which the checks are of. */
  version: z.int(),
  /** How many sections it has. */
  sections: z.int(),
  tags: z.array(CoverageCell),
});
export type CoveredEssay = z.infer<typeof CoveredEssay>;

export const coverageContracts = {
  'GET /groups/{group}/essays/{essay}/checks': {
    summary: 'The sections of an essay’s newest text, and who has looked for what in them',
    scope: 'public',
    output: z.object({ version: z.int(), sections: z.array(CheckedSection) }),
  },
  'PUT /groups/{group}/essays/{essay}/checks': {
    summary: 'Say that you have looked for a tag in a section and marked all you found, or take it back',
    scope: 'write',
    body: z.strictObject({
      version: z.int().min(1).max(100_000),
      block: z.int().min(0).max(1_000_000),
      tag: z.string().max(60),
      checked: z.boolean(),
    }),
    limit: 'note',
  },
  'GET /groups/{group}/coverage': {
    summary: 'Essays × tags: never checked, checked clean, or found',
    scope: 'public',
    output: z.object({ items: z.array(CoveredEssay) }),
  },
  'GET /groups/{group}/coverage.csv': {
    summary: 'The same, a row for each essay and tag',
    scope: 'public',
    contentType: 'text/csv',
    output: z.string(),
  },
} satisfies Contracts;
