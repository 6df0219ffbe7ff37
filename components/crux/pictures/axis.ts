const round = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

/** Round numbers from 0 to the first that is not below the greatest value, and far enough to tell much from little. */
export function axisTicks(greatest: number): number[] {
  const last = round.findIndex((tick) => tick >= Math.max(greatest, 0.2));
  return round.slice(0, last === -1 ? round.length : last + 1);
}

/** Stretches shares near 0, where most of them lie; from 0 to 1 along an axis that ends at `last`. */
export const alongAxis = (share: number, last: number): number => Math.sqrt(Math.max(0, share) / last);

/** A coordinate without digits that no eye can see. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
