import { jensenShannon } from './information';
import { mean } from './probability';

/** Few answers prove little: a score of n answers counts n / (n + 3), so three answers count half. */
export const trust = (n: number): number => n / (n + 3);

export interface Contested {
  /** From 0 (all agree, or too few to tell) towards 1 (half say 0 %, half 100 %, and they are many). */
  value: number;
  /** How many gave a number. */
  n: number;
}

const given = (credences: Iterable<number | null>): number[] =>
  [...credences].filter((credence) => credence !== null);

/** How much a group disagrees on a card: the Jensen–Shannon divergence of its credences in bits × n / (n + 3). Credences in percent; null never counts. */
export function contested(credences: Iterable<number | null>): Contested {
  const views = given(credences).map((credence) => credence / 100);
  return { value: jensenShannon(views) * trust(views.length), n: views.length };
}

export interface CredenceSummary {
  n: number;
  /** Percent; null when nobody gave a number. */
  mean: number | null;
  /** Standard deviation over those who answered, in points from 0 to 50; null when nobody did. */
  spread: number | null;
}

/** What a picture shows of a card's credences (percent; null never counts). */
export function summariseCredences(credences: Iterable<number | null>): CredenceSummary {
  const views = given(credences);
  if (views.length === 0) return { n: 0, mean: null, spread: null };
  const middle = mean(views);
  return {
    n: views.length,
    mean: middle,
    spread: Math.sqrt(mean(views.map((credence) => (credence - middle) ** 2))),
  };
}
