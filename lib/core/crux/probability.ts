/** Certainty is not taken at its word: one "100 %" would otherwise outweigh everybody else's doubt. */
const LEAST = 0.005;

/** A probability kept within [0.5 %, 99.5 %], where logarithms of odds stay finite. */
export const clampProbability = (p: number): number => Math.min(1 - LEAST, Math.max(LEAST, p));

/** Log-odds in nats; the probability is clamped first. */
export function logit(p: number): number {
  const clamped = clampProbability(p);
  return Math.log(clamped / (1 - clamped));
}

/** The probability with these log-odds. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The arithmetic mean; NaN of nothing. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * One probability for a group: the geometric mean of the odds, the pooling that McCaslin et al. 2024
 * (Conditional Trees) and `voivod` use for P(C). Clamped, so that one certain member does not decide; NaN of nobody.
 */
export const geometricMeanOfOdds = (probabilities: readonly number[]): number =>
  logistic(mean(probabilities.map(logit)));
