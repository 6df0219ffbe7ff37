import type { CorpusCounts, CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';

/** Takes the next piece of a file, named without folders above it: `essays/fox.md`. */
export type Put = (file: string, piece: string | Uint8Array) => void;

/** Counts and hashes what goes by: lib/core cannot, so whoever runs a writer gives it. */
export interface Digest {
  update(piece: string | Uint8Array): void;
  /** Bytes in UTF-8, and their SHA-256, hexadecimal. */
  end(): { bytes: number; sha256: string };
}

/** Long work in parts: between two of them, whoever runs it may let others have their turn. What it yields means nothing. */
export type Steps = Iterable<unknown>;

/** Steps that come back are the work itself, and must be gone through before the next call. */
export interface CorpusWriter {
  write: ((record: CorpusRecord) => void) | ((record: CorpusRecord) => Steps | undefined);
  end: (() => void) | (() => Steps);
}

/** What comes of a text that may not be passed on: passages that were marked in it, or nothing that has to do with it. */
export const withoutText = ['quotations', 'nothing'] as const;
export type WithoutText = (typeof withoutText)[number];

/** What somebody wants a file for. */
export type Use = 'reading' | 'analysis' | 'annotation' | 'arguments' | 'archives';

/** What not everybody in a group sees: somebody's own, and what moderators hold. */
export const guarded = ['private', 'held'] as const;
type Guarded = (typeof guarded)[number];

/** Kinds of which a format may hold one part alone (`ExportFormat.partly`). */
export type Partly = 'documents' | 'annotations' | 'replies' | 'cards' | 'relations' | 'positions';

/** What is read of a corpus for a format, and counted as it is read; `heldCounts` then takes out what the format lacks. */
export type Takes = Pick<ExportFormat, 'withoutText' | 'tells' | 'partly'>;

/** As a format that loses nothing. */
export const takesAll: Takes = { withoutText: 'quotations', tells: guarded, partly: [] };

/** One way to write a corpus down. To add one: a file like this, its name in `export-formats.ts`, and its tests. */
export interface ExportFormat {
  title: string;
  madeFor: Use;
  mediaType: string;
  /** Without a dot; of the one file, or of the most important ones. */
  extension: string;
  /**
   * `one` file; several `in turn`, each whole before the next begins; or several `together`, which wait on disk until
   * all are whole. Several travel as a ZIP.
   */
  files: 'one' | 'in turn' | 'together';
  /** A sentence each, for those who choose. */
  keeps: string;
  loses: string;
  /** `nothing` where marks stand in or beside the words of their text. */
  withoutText: WithoutText;
  /** What of that it says to be so, wherever it has it; what it could not tell from the rest does not come. */
  tells: readonly Guarded[];
  /** What is counted in a corpus and has no place in the format: of `documents`, their words. */
  lacks: readonly (keyof CorpusCounts)[];
  /**
   * Of these kinds it has no more than: texts in which somebody marked something, annotations that state, support or oppose a
   * card, replies with words, cards that are met in an annotation, relations that nobody rejected, positions that still hold.
   */
  partly: readonly Partly[];
  /** Memory: for one annotation, unless its file says otherwise. */
  writer(head: CorpusHead, put: Put, newDigest: () => Digest): CorpusWriter;
}
