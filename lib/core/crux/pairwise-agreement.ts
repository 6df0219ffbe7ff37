import type { AnswerMatrix } from './heat-map';

export interface Agreement {
  /** 1 − mean difference of credences, 0 (opposite throughout) to 1 (the same throughout); null without shared cards. */
  value: number | null;
  /** Cards on which both gave a number. */
  n: number;
}

/** How far two people agree, from their credences (percent) on the same cards in the same order. */
export function agreement(one: readonly (number | null)[], other: readonly (number | null)[]): Agreement {
  let n = 0;
  let apart = 0;
  // A plain loop: this runs over all cards for every two people.
  for (let i = 0; i < one.length; i++) {
    const a = one[i] ?? null;
    const b = other[i] ?? null;
    if (a === null || b === null) continue;
    n++;
    apart += Math.abs(a - b);
  }
  return { value: n > 0 ? 1 - apart / (100 * n) : null, n };
}

/** Everybody's agreement with everybody, in the order of the matrix. */
export const pairwiseAgreement = ({ cells }: Pick<AnswerMatrix, 'cells'>): Agreement[][] =>
  cells.map((one) => cells.map((other) => agreement(one, other)));
