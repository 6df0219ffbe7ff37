import type { Root } from 'hast';
import type { Note } from './note';

/** What a source says about itself. Absent means that it does not say. */
export interface SourceMetadata {
  title?: string;
  authors?: string[];
  /** BCP 47. */
  language?: string;
  /** Where it was published: an http or https address. */
  source?: string;
  licence?: string;
}

/** A source as its format read it: a tree of HTML elements, its footnotes lifted out, and what it says of itself. */
export interface EssaySource {
  tree: Root;
  notes: Note[];
  metadata: SourceMetadata;
  /** Sentences about guesses that a person should look at. */
  warnings: string[];
}

/** How one format is read. Adding a format is one file with one of these, and one name in `import-formats.ts`. */
export type ReadSource = (content: string) => EssaySource;
