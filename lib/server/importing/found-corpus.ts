import type { CorpusDocument } from '@/lib/core/corpus/corpus';
import type { SourceHead } from '@/lib/core/corpus-import/corpus-source';
import type { BadRow, Listed } from '@/lib/core/corpus-import/import-report';
import type { Prepared, PreparedOf } from '@/lib/core/corpus-import/prepared';
import type { EssayDocument } from '@/lib/core/essay/document';
import type { Packed, PackedList } from './packed';

/** A text of a file, whose words wait until somebody needs them. */
export interface FoundText extends Omit<CorpusDocument, 'kind' | 'text' | 'structure'> {
  /** Null where the file has not got them. */
  words: Packed<TextWords> | null;
  /** How it begins: a title for what has none. */
  opening: string;
}

interface TextWords {
  text: string;
  structure: EssayDocument;
}

/** What there is most of: these records wait packed, and are read once. */
export type ManyKind = 'annotation' | 'adjudication' | 'coverage';

/** Records on their way from the thread that reads. */
export interface PackedPart {
  kind: ManyKind;
  records: Packed<Prepared[]>;
}

/** All of a file but for its records of many: what is asked of them as a whole, and what there is little of. */
export interface CorpusOutline {
  head: SourceHead;
  bad: Listed<BadRow>;
  /** By their ids in the source. */
  people: Map<string, { id: string; name: string }>;
  cards: PreparedOf<'card'>[];
  texts: FoundText[];
  /** Ids in the source, in the order of the file. */
  ids: Record<'annotation' | 'reply' | 'adjudication', string[]>;
  /** Slugs of tags that something bears, and the row where each is met first. */
  tags: Map<string, number>;
  /** Ids of annotations that decisions speak of. */
  spokenOf: Set<string>;
}

/** All that a file holds, ready to be laid beside what the group has. */
export type FoundCorpus = CorpusOutline & { [Kind in ManyKind]: PackedList<PreparedOf<Kind>> };
