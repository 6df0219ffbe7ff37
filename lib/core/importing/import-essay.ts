import type { EssayDocument } from '@/lib/core/essay/document';
import { inlineText, plainText } from '@/lib/core/essay/plain-text';
import type { SourceMetadata } from './essay-source';
import { hastToDocument } from './hast-to-document';
import { ImportError } from './import-error';
import { type ImportFormat, importFormats } from './import-formats';
import { longestSource } from './longest-source';

/** A source made into an essay; what it says about itself is a proposal to the person who brings it. */
export interface ImportedEssay extends SourceMetadata {
  document: EssayDocument;
  /** Canonical text of the document. */
  text: string;
  warnings: string[];
}

/**
 * Reads a text, Markdown or HTML source as an essay, or throws an `ImportError`. No word is lost: what the structure
 * cannot hold stays as text. Pure and synchronous; 1 MB of prose takes about a second.
 */
export function importEssay(source: { format: ImportFormat; content: string }): ImportedEssay {
  const { format, content } = source;
  if (content.length > longestSource)
    throw new ImportError('too-large', 'A source may have at most 1.5 MB of text.');
  try {
    const { tree, notes, metadata, warnings } = importFormats[format](content);
    const document = hastToDocument(tree, notes);
    const text = plainText(document);
    if (text === '') throw new ImportError('empty', 'There is no text in this source.');
    const title = titleOf(document) ?? metadata.title;
    return { ...metadata, ...(title === undefined ? {} : { title }), document, text, warnings };
  } catch (error) {
    if (error instanceof RangeError)
      throw new ImportError('too-complex', 'This source is nested too deeply.');
    throw error;
  }
}

function titleOf({ content: [first] }: EssayDocument): string | undefined {
  if (first?.type !== 'heading' || first.attrs.level !== 1) return undefined;
  return inlineText(first.content).replaceAll('\n', ' ');
}
