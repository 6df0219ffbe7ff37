import { z } from 'zod';
import { Person } from '@/lib/core/annotation/annotation';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { kwicOrders } from '@/lib/core/search/kwic';
import { CardKind, CardStatus } from './card-schemas';
import type { Contracts } from './contract';
import { Tag } from './groups';
import { Timestamp } from './timestamp';

export const searchKinds = ['essay', 'annotation', 'reply', 'card'] as const;
/** Where a thread stands, or a card. */
const searchStatuses = ['open', 'resolved', ...CardStatus.options] as const;
/** How long ago it was written, in days. */
export const searchAges = { day: 1, week: 7, month: 30, year: 365 } as const;
const ages = ['day', 'week', 'month', 'year'] as const;

/** What a database can look for; a page takes its address apart itself. */
const storable = (text: string) => !text.includes('\0') && text.isWellFormed();
/** UTF-16 code units of the words of one search. */
export const longestQuery = 200;
/**
 * UTF-16 code units that a field for them takes. What is too long for a search still comes to the page that says so, but no
 * more than fits an address: each is up to 9 bytes there, and Node reads 16 KiB of address and headers, else it answers 431.
 */
export const longestTyped = 1_000;
const words = z.string().trim().max(longestQuery).refine(storable);

/** Facets of one search; each narrows it down. */
export const SearchFilter = z.strictObject({
  kind: z.enum(searchKinds).optional(),
  /** Slug or id. */
  group: z.string().max(80).refine(storable).optional(),
  essay: z.uuid().optional(),
  /** Slug. Of a card, its kind counts. */
  tag: z.string().max(60).refine(storable).optional(),
  person: z.uuid().optional(),
  status: z.enum(searchStatuses).optional(),
  since: z.enum(ages).optional(),
  from: z.iso.date().optional(),
  /** The day itself included. */
  to: z.iso.date().optional(),
});
export type SearchFilter = z.infer<typeof SearchFilter>;
export type FacetName = 'kind' | 'group' | 'essay' | 'tag' | 'person' | 'status' | 'since';

/** Time in milliseconds, which PostgreSQL has for as many digits, score and id. */
const searchCursor = /^-?\d{1,14}_\d+(\.\d+)?(e-?\d+)?_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const SearchQuery = SearchFilter.extend({
  /** Words, "a phrase", begin*, -not. */
  q: words.default(''),
  sort: z.enum(['best', 'newest']).default('best'),
  /** `next` of the page before. */
  after: z.string().max(100).regex(searchCursor, 'Send `after` as the page before gave it.').optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

const Part = z.object({ text: z.string(), isFound: z.boolean() });
const Place = z.object({ slug: z.string(), name: z.string() });

const SearchHit = z.object({
  kind: z.enum(searchKinds),
  /** Of the annotation, reply or card; of an essay, its own. */
  id: z.uuid(),
  group: Place,
  essay: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), language: z.string() }).nullable(),
  card: z.object({ number: z.int(), kind: CardKind, status: CardStatus, statement: z.string() }).nullable(),
  /** Who wrote it; null of an essay. */
  person: Person.nullable(),
  created: Timestamp.nullable(),
  tags: z.array(Tag.pick({ slug: true, name: true, slot: true, line: true, glyph: true })),
  /**
   * The passage that the words were found in: of an annotation, its comment or what it is on; of a card, its details or what
   * would count as true (`comment`), or else the whole statement (`title`); of an essay, a paragraph, or title and authors.
   */
  snippet: z.object({
    from: z.enum(['text', 'comment', 'quote', 'title']),
    parts: z.array(Part),
    isCutBefore: z.boolean(),
    isCutAfter: z.boolean(),
  }),
  /** Further passages of the essay that have the words. */
  more: z.int(),
  /** Where it opens, at the place. */
  path: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));

const SearchPage = z.object({
  items: z.array(SearchHit),
  next: z.string().nullable(),
  /** What the hits are of, those of most hits first; the group, essay and tag that were asked for are named also with none. */
  facets: z.object({
    kind: Facet,
    group: Facet,
    essay: Facet,
    tag: Facet,
    person: Facet,
    status: Facet,
    since: Facet,
  }),
  /** So many were looked at, of the newest; more have the words, and the counts are of these. */
  capped: z.boolean(),
  /** Ways to write a word of the query that would find something. */
  suggestions: z.array(z.object({ word: z.string(), instead: z.string() })),
});
export type SearchPage = z.infer<typeof SearchPage>;

/** What the palette leads to. */
const JumpTarget = z.object({
  kind: z.enum(['essay', 'group', 'card', 'person']),
  label: z.string(),
  /** Where it belongs. */
  detail: z.string(),
  path: z.string(),
});
export type JumpTarget = z.infer<typeof JumpTarget>;

export const ConcordanceQuery = z.strictObject({
  /** A word, "a phrase" or begin*; with `tag`, only of lines that have it. */
  q: words.default(''),
  /** Slug: passages with this tag instead of the places of a word. */
  tag: z.string().max(60).refine(storable).optional(),
  /** Slug or id. */
  essay: z.string().max(80).refine(storable).optional(),
  in: z.enum(['texts', 'comments']).default('texts'),
  sort: z.enum(kwicOrders).default('place'),
});
export type ConcordanceQuery = z.infer<typeof ConcordanceQuery>;

/** Of a file, which is an export: people appear in it as they chose to. */
export const ConcordanceFileQuery = ConcordanceQuery.extend(
  ExportChoice.pick({ named: true, salt: true }).shape,
);
export type ConcordanceFileQuery = z.infer<typeof ConcordanceFileQuery>;

const ConcordanceLine = z.object({
  before: z.string(),
  key: z.string(),
  after: z.string(),
  essay: z.object({ slug: z.string(), title: z.string(), language: z.string() }),
  /** Who wrote or marked it; null of the text itself. */
  person: Person.nullable(),
  /** Unicode code points in the canonical text; in a comment, in its plain text. */
  start: z.int(),
  end: z.int(),
  path: z.string(),
});
export type ConcordanceLine = z.infer<typeof ConcordanceLine>;

const Concordance = z.object({
  lines: z.array(ConcordanceLine),
  /** There are more than are shown. */
  capped: z.boolean(),
});
export type Concordance = z.infer<typeof Concordance>;

export const searchContracts = {
  'GET /search': {
    summary: 'Find words in essays, annotations, replies and cards of everything you may see',
    scope: 'public',
    query: SearchQuery,
    output: SearchPage,
    limit: 'search',
  },
  'GET /jump': {
    summary:
      'Essays, groups, cards and people by words of their name, or parts of them, in any order, the nearest first; without, what you read last',
    scope: 'public',
    query: z.strictObject({
      q: words.default(''),
      /** Slug or id: what is in this group comes before what fits as well elsewhere. */
      group: z.string().max(80).refine(storable).optional(),
    }),
    output: z.object({ items: z.array(JumpTarget) }),
    limit: 'jump',
  },
  'GET /groups/{group}/concordance': {
    summary: 'A word, or what has a tag, in its context, a line for each place',
    scope: 'public',
    query: ConcordanceQuery,
    output: Concordance,
    limit: 'search',
  },
  'GET /groups/{group}/concordance.csv': {
    summary:
      'The same as CSV, as an export: people by pseudonyms, or by name where they agreed to that; nothing of who is left out, and nothing private or held',
    scope: 'public',
    query: ConcordanceFileQuery,
    contentType: 'text/csv',
    output: z.string(),
    limit: 'search',
  },
} satisfies Contracts;
