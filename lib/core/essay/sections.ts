import type { EssayDocument } from './document';
import { blocks } from './plain-text';

/** A heading with the text up to the next one, or the text before the first. */
export interface Section {
  /** Ordinal of its first textblock: `#b-<block>` leads there. */
  block: number;
  /** Null where no heading begins it. */
  title: string | null;
  /** UTF-16 offsets in the canonical text, end exclusive. */
  start: number;
  end: number;
}

/** The sections of a document in order, whatever the level of their headings; a heading without text is none. */
export function sections(document: EssayDocument): Section[] {
  const found: (Section & { hasText: boolean })[] = [];
  for (const { kind, ordinal, start, end, text } of blocks(document)) {
    const isHeading = kind === 'heading';
    const last = found.at(-1);
    if (isHeading || !last)
      found.push({ block: ordinal, title: isHeading ? text : null, start, end, hasText: !isHeading });
    else {
      last.end = end;
      last.hasText = true;
    }
  }
  return found
    .filter(({ hasText, start, end }) => hasText && end > start)
    .map(({ hasText: _, ...rest }) => rest);
}
