import type { EssayDocument } from '@/lib/core/essay/document';
import { DocumentError, parseDocument } from '@/lib/core/essay/document-schema';
import { plainText } from '@/lib/core/essay/plain-text';

/** The structure of a text as a file tells it; null when it is none, or one of other words. */
export function structureOf(value: unknown, text: string): EssayDocument | null {
  if (value === null || value === undefined) return null;
  try {
    const document = parseDocument(value);
    return plainText(document) === text ? document : null;
  } catch (error) {
    if (error instanceof DocumentError) return null;
    throw error;
  }
}
