/** A share or bits, to two digits: what the answers of a reading group can bear. */
export const figure = (value: number): string =>
  value === 0 ? '0' : value.toFixed(2).replace(/^(-?)0\./, '$1.');

/** Below this a figure says more about who happened to answer: five answers count 5/8 (lib/core/crux/contested.ts). */
export const isFew = (answers: number): boolean => answers < 5;
