import { z } from 'zod';
import { type Verdict, verdicts } from '@/lib/core/adjudication/decisions-in-force';
import { mostMarks } from '@/lib/core/adjudication/refuse-decision';
import { ReactionKind } from '@/lib/core/annotation/annotation';
import { EssayDraft } from '@/lib/core/api/essays';
import { ordinal } from '@/lib/core/api/ordinal';
import { Timestamp } from '@/lib/core/api/timestamp';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { longestSource } from '@/lib/core/importing/longest-source';
import { checked } from './checked-rows';

const time = Timestamp.refine((value) => !value.startsWith('0000'));
const person = z.object({ id: z.string().min(1).max(500), name: z.string().max(500) });
const words = z.string().max(20_000);
/** As PostgreSQL counts it, white space at the edges included. */
const statement = z
  .string()
  .max(280)
  .refine((text) => text.trim() !== '');
/** What is left of a text as canonical text. */
const somethingToRead = /[^\s\p{Cc}\p{Cs}\ufffe\uffff]/u;
const reactions = z.array(z.object({ kind: ReactionKind, person }));
const times = { created: time, modified: time.nullable() };

const reply = z.object({
  id: z.string().min(1).max(500),
  words: z.object({ person, comment: words, modified: time.nullable() }).nullable(),
  created: time,
  reactions,
});

const decided = z.object({
  id: z.string().min(1).max(500),
  quote: words,
  prefix: words,
  suffix: words,
  tags: z.array(z.string().min(1).max(60)).max(24),
});
const leastMarks: Record<Verdict, number> = { accept: 1, change: 1, reject: 0, plural: 2 };

const position = z.object({
  person,
  reason: z.string().max(2000),
  wouldChangeMind: z.string().max(2000),
  created: time,
  superseded: time.nullable(),
  version: ordinal,
});

/** What the app itself would not have let in, whatever a file says. Lengths are UTF-16 code units. */
const shapes = {
  document: z.object({
    title: z.string().max(2000),
    authors: EssayDraft.shape.authors,
    created: time,
    number: ordinal,
    text: z
      .string()
      .max(longestSource)
      .refine((text) => somethingToRead.test(text), 'has no words')
      .nullable(),
  }),
  annotation: z.object({
    id: z.string().min(1).max(500),
    person,
    quote: words,
    prefix: words,
    suffix: words,
    ...times,
    reactions,
    tags: z.array(z.string().min(1).max(60)).max(24),
    comment: words.nullable(),
    replies: z.array(reply),
    resolved: z.object({ at: time }).nullable(),
    via: z.array(z.string().min(1).max(2000)).max(20).optional(),
  }),
  adjudication: z
    .object({
      verdict: z.enum(verdicts),
      created: time,
      reason: z.string().max(1000),
      person: person.nullable(),
      annotations: z.array(z.string().min(1).max(500)).min(1),
      marks: z.array(decided).max(mostMarks),
    })
    .refine(({ verdict, marks }) => marks.length >= leastMarks[verdict], 'leaves less than its verdict says')
    .refine(({ verdict, marks }) => verdict !== 'reject' || marks.length === 0, 'rejects what it leaves'),
  coverage: z.object({ checks: z.array(z.object({ person, created: time })) }),
  card: z.object({
    statement,
    number: ordinal,
    version: ordinal,
    details: z.string().max(5000),
    operationalization: z.string().max(2000),
    resolutionSource: z.string().max(2000).nullable(),
    created: time,
    changed: time,
    resolvesBy: z.iso
      .date()
      .refine((day) => !day.startsWith('0000'))
      .nullable(),
    wordings: z.array(z.object({ statement, version: ordinal, created: time })).max(1000),
    aliases: z.array(z.object({ statement, number: ordinal })),
    relations: z.array(z.object({ rationale: z.string().max(2000), created: time })),
    positions: z.array(position),
  }),
};

/** PostgreSQL stores neither NUL nor half a character. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isStorable);
}

/** Why a record cannot be kept, as a sentence; null when it can. */
export function recordFault(record: CorpusRecord): string | null {
  const result = checked<unknown>(shapes[record.kind], record);
  if ('reason' in result) return result.reason;
  return isStorable(record)
    ? null
    : 'It holds characters that cannot be stored (NUL, or half a surrogate pair).';
}
