import { type Measure, measured, undefinedBecause } from './measure';

/** Of one annotator's spans against another's: how many there are on either side, and how many of them were met. */
export interface SpanMatches {
  one: number;
  other: number;
  oneMet: number;
  otherMet: number;
}

/**
 * F1, the harmonic mean of precision and recall; it is the same whoever counts as the reference. Spans are open-ended in
 * number, so that no "both left it out" can be counted, and F1 is what chance-corrected agreement tends to.
 * Source: G. Hripcsak, A. S. Rothschild, Agreement, the F-measure, and reliability in information retrieval, JAMIA 12
 * (2005) 296-298.
 */
export function spanF1({ one, other, oneMet, otherMet }: SpanMatches): Measure {
  if (one + other === 0) return undefinedBecause('nothing-marked');
  if (oneMet === 0 || otherMet === 0) return measured(0);
  const [precision, recall] = [oneMet / one, otherMet / other];
  return measured((2 * precision * recall) / (precision + recall));
}
