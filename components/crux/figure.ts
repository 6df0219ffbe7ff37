/** A share or bits, to two digits: what the answers of a reading group can bear. Null, nobody having said, is a dash. */
export function figure(value: number | null): string {
  if (value === null) return '–';
  if (value === 0) return '0';
  if (Math.abs(value) < 0.005) return '≈0';
  return value
    .toFixed(2)
    .replace(/^(-?)0\./, '$1.')
    .replace('-', '−');
}

/** How much a card is worth talking about; unknown while nobody said what rests on it. */
export const priorityFigure = ({ priority, load }: { priority: number; load: number | null }): string =>
  figure(load === null ? null : priority);

/** Below this a figure says more about who happened to answer: five answers count 5/8 (lib/core/crux/contested.ts). */
export const isFew = (answers: number): boolean => answers < 5;
