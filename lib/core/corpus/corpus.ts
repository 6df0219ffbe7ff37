import type {
  CardKind,
  CardStatus,
  OccurrenceRole,
  RelationState,
  RelationType,
} from '@/lib/core/api/card-schemas';
import type { EssayDocument } from '@/lib/core/essay/document';
import type { CorpusPassage, CorpusRange } from './corpus-range';
import type { CorpusRelease } from './corpus-release';
import type { ExportChoice } from './export-choice';

/**
 * A corpus is read once, in one order: its head, then cards by number, then for each version of each essay (in the order
 * of the reading list) the document, its annotations by (start, end, id), what was decided about them, and its coverage. So
 * a writer needs memory for one annotation, or for one document where its format wants that. Cards come first so that an
 * annotation can name them.
 *
 * Times are ISO 8601 in UTC with milliseconds. Texts are what people wrote: no format escapes them for another.
 */
export type CorpusRecord =
  | CorpusCard
  | CorpusDocument
  | CorpusAnnotation
  | CorpusAdjudication
  | CorpusCoverage;

export interface CorpusHead {
  group: { id: string; slug: string; name: string; description: string; visibility: 'public' | 'private' };
  /** The vocabulary in its order, retired words included. */
  tags: readonly CorpusTag[];
  /** How to annotate in the group; absent before there is any. */
  guideline?: { version: number; markdown: string };
  /** The release that it was read from; absent for the group as it is. */
  release?: CorpusRelease;
  choice: ExportChoice;
  counts: CorpusCounts;
  /** Positions of others on cards that whoever exports has still to answer: absent without any. */
  hiddenPositions?: number;
  /** What was chosen and does not come, as the format could not say that it is private or held: absent where it can. */
  untold?: { private: number; held: Pick<CorpusCounts, 'annotations' | 'replies' | 'cards'> };
  /** Last change of what comes: files are dated by it, so that the same data is the same bytes. */
  changed: string;
  /** The site it was read from: the part of its URL before any path. */
  site: string;
  software: { name: string; version: string };
}

export interface CorpusTag {
  slug: string;
  name: string;
  definition: string;
  /** Colour slot 1-4. */
  slot: number;
  line: string;
  glyph: string;
  retired: boolean;
}

/** How many there are of each. */
export interface CorpusCounts {
  documents: number;
  annotations: number;
  /** Those without words included, which others answer. */
  replies: number;
  cards: number;
  relations: number;
  positions: number;
  beliefs: number;
  checks: number;
  /** Decisions in force, and marks that they leave standing; absent where there are none. */
  adjudications?: number;
  adjudicated?: number;
}

/** Somebody by name or under a pseudonym: as their consent and the choice say. */
export interface CorpusPerson {
  /** A UUID: the user's own, or one that only the same salt gives again. */
  id: string;
  name: string;
  pseudonymous: boolean;
}

/** One version of an essay: annotations stand under the one that they were made on, so every offset is exact. */
export interface CorpusDocument {
  kind: 'document';
  /** Of the version. */
  id: string;
  essay: string;
  /** Names the essay in the group's URLs. */
  slug: string;
  /** Of the version, from 1. */
  number: number;
  title: string;
  authors: readonly string[];
  url: string | null;
  /** As whoever added it wrote it. */
  licence: string | null;
  /** BCP 47. */
  language: string;
  /** Canonical text; null where it may not be passed on (lib/core/corpus/open-licence.ts). */
  text: string | null;
  /** Its headings, lists, notes and links; comes with the text, unless the source knew nothing of them. */
  structure: EssayDocument | null;
  /** Of the canonical text in UTF-8, hexadecimal, whether or not it comes. */
  sha256: string;
  created: string;
  /** How many annotations follow. */
  annotations: number;
}

export interface CorpusAnnotation extends CorpusPassage {
  kind: 'annotation';
  id: string;
  person: CorpusPerson;
  /** Slugs, in the order of the vocabulary. */
  tags: readonly string[];
  /** Markdown. */
  comment: string | null;
  visibility: 'group' | 'private';
  /** Why only moderators see it; always null unless one of them asked for moderation state. */
  held: 'pending' | 'hidden' | null;
  resolved: { person: CorpusPerson | null; at: string } | null;
  created: string;
  modified: string | null;
  anchor: { state: string; method: string; confidence: number };
  /** IRIs of where it was taken from, the last one last (W3C `via`); absent where it was made here. */
  via?: readonly string[];
  reactions: readonly CorpusReaction[];
  /** Cards that are met in it. */
  cards: readonly { id: string; number: number; role: OccurrenceRole }[];
  /** By (created, id), so every reply comes after the one it answers. */
  replies: readonly CorpusReply[];
}

/** A decision about annotations of the document before it; by (start, id) of the first mark, or else annotation. */
export interface CorpusAdjudication {
  kind: 'adjudication';
  id: string;
  /** `plural`: several readings stand side by side. */
  verdict: 'accept' | 'change' | 'reject' | 'plural';
  /** Plain text; empty where none was given, and where who gave it is left out. */
  reason: string;
  /** Null where they are left out. */
  person: CorpusPerson | null;
  created: string;
  /** Ids of annotations that it speaks of and that come, too: never none. */
  annotations: readonly string[];
  /** With slugs in the order of the vocabulary; none where all was rejected. */
  marks: readonly (CorpusPassage & { id: string; tags: readonly string[] })[];
}

export interface CorpusReaction {
  kind: string;
  person: CorpusPerson;
}

export interface CorpusReply {
  id: string;
  /** The reply it answers; null: the annotation itself. */
  parent: string | null;
  /** Null where the words may not come, but others answer them. */
  words: { person: CorpusPerson; comment: string; modified: string | null } | null;
  held: 'pending' | 'hidden' | null;
  created: string;
  reactions: readonly CorpusReaction[];
}

/** Who has looked for which tag in which part of the document before it, and marked all they found. */
export interface CorpusCoverage {
  kind: 'coverage';
  checks: readonly (CorpusRange & { tag: string; person: CorpusPerson; created: string })[];
}

export interface CorpusCard {
  kind: 'card';
  id: string;
  number: number;
  type: CardKind;
  statement: string;
  /** Markdown. */
  details: string;
  operationalization: string;
  /** A day, YYYY-MM-DD. */
  resolvesBy: string | null;
  resolutionSource: string | null;
  status: CardStatus;
  root: boolean;
  held: 'pending' | 'hidden' | null;
  version: number;
  /** Null where they are left out. */
  person: CorpusPerson | null;
  created: string;
  changed: string;
  /** Every wording, oldest first, the present one included. */
  wordings: readonly { version: number; statement: string; created: string; wordingOnly: boolean }[];
  /** Cards that were merged into it: their ids still lead here. */
  aliases: readonly { id: string; number: number; statement: string }[];
  /** Of annotations that come too. */
  occurrences: readonly { id: string; annotation: string; role: OccurrenceRole }[];
  /** Arrows that begin here; their other ends come too. */
  relations: readonly CorpusRelation[];
  /** Live ones, as far as whoever exports may know them, and their own earlier ones. */
  positions: readonly CorpusPosition[];
  /** Of whoever exports, where this card is the crux. */
  beliefs: readonly CorpusBelief[];
}

export interface CorpusRelation {
  id: string;
  type: RelationType;
  /** A card; null where it undercuts a relation. */
  to: string | null;
  /** The relation that it undercuts. */
  toRelation: string | null;
  rationale: string;
  state: RelationState;
  person: CorpusPerson | null;
  created: string;
}

export interface CorpusPosition {
  id: string;
  person: CorpusPerson;
  /** Percent, whole; null: no view. */
  credence: number | null;
  reason: string;
  wouldChangeMind: string;
  /** Wording of the card that it was taken on. */
  version: number;
  /** Carried over by a merge, not yet confirmed. */
  inherited: boolean;
  created: string;
  /** When another took its place; null for the live one. */
  superseded: string | null;
}

export interface CorpusBelief {
  person: CorpusPerson;
  /** A card. */
  target: string;
  /** Percent, whole. */
  ifTrue: number | null;
  ifFalse: number | null;
  /** 0 would not change my mind, 1 a little, 2 a lot, 3 decides it. */
  strength: number | null;
}
