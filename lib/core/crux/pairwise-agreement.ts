import type { AnswerMatrix } from './heat-map';
import { mean } from './probability';

export interface Agreement {
  /** 1 − mean difference of credences, 0 (opposite throughout) to 1 (the same throughout); null without shared cards. */
  value: number | null;
  /** Cards on which both gave a number. */
  n: number;
}

/** How far two people agree, from their credences (percent) on the same cards in the same order. */
export function agreement(one: readonly (number | null)[], other: readonly (number | null)[]): Agreement {
  const gaps = one.flatMap((a, i) => {
    const b = other[i] ?? null;
    return a === null || b === null ? [] : [Math.abs(a - b) / 100];
  });
  return { value: gaps.length > 0 ? 1 - mean(gaps) : null, n: gaps.length };
}

/** Everybody's agreement with everybody, in the order of the matrix. */
export const pairwiseAgreement = ({ cells }: Pick<AnswerMatrix, 'cells'>): Agreement[][] =>
  cells.map((one) => cells.map((other) => agreement(one, other)));
