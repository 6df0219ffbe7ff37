import type { CorpusHead, CorpusRecord, CorpusTag } from '@/lib/core/corpus/corpus';
import type { BadRow } from './import-report';

/**
 * What a file gives, in the order of lib/core/corpus/corpus.ts: its head, then records, and between them what could not be
 * read. Ids are whatever the source calls things; only Cruxbook's own are UUIDs. `alien`: the file is of another kind, and
 * what it is, as a sentence; nothing that came before counts. `nth`: which annotation of a row that holds many, from 1.
 */
export type SourcePiece =
  | { head: SourceHead }
  | { record: CorpusRecord; row: number; nth?: number | undefined }
  | { bad: BadRow }
  | { alien: string };

/** What a source says of itself. */
export interface SourceHead {
  /** Names the source, so that the same id from elsewhere is another thing. */
  source: string;
  /** Null where the source is no group of Cruxbook's. */
  group: CorpusHead['group'] | null;
  /** Words that its annotations may bear; others come without a definition. */
  tags: readonly CorpusTag[];
  /** Id of the person whose things become those of the member who imports: the file is somebody's own. */
  importer?: string;
  /** Words that the group's vocabulary has not got are left out, rather than added to it as retired. */
  closedVocabulary?: true;
  /** Its texts are renditions of their own: what the group lists under the same address or title is the same essay. */
  renditions?: true;
}

/**
 * One way to read a corpus. To add one: a file like this, its name in `corpus-source-names.ts` and `corpus-sources.ts`,
 * and its tests.
 */
export interface CorpusSource {
  title: string;
  /** Endings of its files, with a dot. */
  extensions: readonly string[];
  /** What `BadRow.row` counts. */
  rows: 'line' | 'item';
  /** A sentence for those who choose. */
  brings: string;
  /** Texts come with the file; else its annotations need essays that the group has already. */
  hasTexts: boolean;
  /** A sentence that says by what its files are known. */
  expects: string;
  /** What stands near the beginning of its files, and of no others. */
  sign: RegExp;
  /** Reads on as it is asked to. The file is as it came: in UTF-8. */
  read(content: Uint8Array): Iterable<SourcePiece>;
}
