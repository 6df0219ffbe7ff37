import { type CodePoints, codePoints } from '@/lib/core/anchoring/code-points';
import { describe, type TextRange } from '@/lib/core/anchoring/selectors';

/** A stretch of a document's text, end exclusive, in both units. */
export interface CorpusRange {
  /** UTF-16 code units, as JavaScript, Java, UIMA and Hypothesis count. */
  start: number;
  end: number;
  /** Unicode code points, as the W3C, Python, brat and databases count. */
  startPoint: number;
  endPoint: number;
}

/** The words of a passage, and up to 32 code points before and after it. */
export interface CorpusPassage extends CorpusRange {
  quote: string;
  prefix: string;
  suffix: string;
}

/** A text whose offsets are translated often: counting its code points once makes each translation quick. */
export interface CountedText {
  text: string;
  points: CodePoints;
}

export const countedText = (text: string): CountedText => ({ text, points: codePoints(text) });

/** Offsets in UTF-16 code units, with the same in code points. */
export const corpusRange = ({ points }: CountedText, { start, end }: TextRange): CorpusRange => ({
  start,
  end,
  startPoint: points.fromUtf16(start),
  endPoint: points.fromUtf16(end),
});

/** A passage given in UTF-16 code units. */
export function corpusPassage({ text, points }: CountedText, range: TextRange): CorpusPassage {
  const [position, quote] = describe(text, range, points);
  return {
    start: range.start,
    end: range.end,
    startPoint: position.start,
    endPoint: position.end,
    quote: quote.exact,
    prefix: quote.prefix ?? '',
    suffix: quote.suffix ?? '',
  };
}
