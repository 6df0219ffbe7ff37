import type { CodePoints } from '@/lib/core/anchoring/code-points';
import type { HighlightRange } from '@/lib/core/anchoring/segments';
import type { TextRange } from '@/lib/core/anchoring/selectors';
import type { Annotation } from './annotation';

/** What decides how an annotation looks in the text and what a screen reader calls it there. */
export interface Highlighted {
  id: string;
  /** UTF-16 offsets of the canonical text. */
  start: number;
  end: number;
  /** Of its tags, in the annotation's order. */
  tags: readonly { name: string; slot: number }[];
  creator: string;
  /** How many replies stand in its thread. */
  replies: number;
}

/** The first tag gives the colour; an annotation without tags is a plain highlight (slot 0). */
export function highlightRange({ id, start, end, tags, creator, replies }: Highlighted): HighlightRange {
  const kind = tags.map((tag) => tag.name).join(', ') || 'Highlight';
  const thread = replies === 0 ? '' : replies === 1 ? ', 1 reply' : `, ${replies} replies`;
  return { id, start, end, slot: tags[0]?.slot ?? 0, label: `${kind} by ${creator}${thread}` };
}

/**
 * The passage of an annotation in the version on show, in UTF-16 code units; null when it was made on
 * another version, or has no position.
 */
export function passageOf({ target }: Annotation, number: number, points: CodePoints): TextRange | null {
  const position = target.selector.find((selector) => selector.type === 'TextPositionSelector');
  if (target.version !== number || !position) return null;
  return { start: points.toUtf16(position.start), end: points.toUtf16(position.end) };
}

/** The words of an annotation's passage; null when it was described by its position only. */
export const quoteOf = ({ target }: Pick<Annotation, 'target'>): string | null =>
  target.selector.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? null;

/** The replies of a thread that still say something. */
export const livingReplies = (annotation: Annotation): number =>
  annotation.replies.filter((reply) => reply.comment !== null).length;
