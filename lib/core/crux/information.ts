import { mean } from './probability';

/** A term of an entropy in bits; 0·log 0 is 0. */
const term = (p: number, q: number) => (p === 0 ? 0 : p * Math.log2(p / q));

/** The uncertainty of a yes-or-no question in bits: 0 when sure, 1 at even odds. */
export const binaryEntropy = (p: number): number => -term(p, 1) - term(1 - p, 1);

/** Surprise in bits for one who expected q where p holds (Kullback and Leibler 1951): from 0; infinite where q rules out what p allows. */
export const klDivergence = (p: number, q: number): number => term(p, q) + term(1 - p, 1 - q);

/**
 * How far probabilities lie apart, in bits from 0 to 1: H(mean p) − mean H(p) (Lin 1991). It is the mutual
 * information between "whose view" and the outcome. Not clamped: it is finite everywhere. 0 of nobody.
 */
export function jensenShannon(probabilities: readonly number[]): number {
  if (probabilities.length === 0) return 0;
  return Math.max(0, binaryEntropy(mean(probabilities)) - mean(probabilities.map(binaryEntropy)));
}
