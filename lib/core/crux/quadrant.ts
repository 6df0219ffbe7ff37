/** The parts of the picture contested × load, named by what to do with a card that lies there. */
export type Quadrant = 'talk about this' | 'settled but vital' | 'idle quarrel' | 'park';

/**
 * Where "much" begins on either axis. Both are shares of a bit, so one number serves: .1 is about what a dozen
 * members reach who stand at 30 % and 70 % (a divergence of .119 × 12/15).
 */
export const quadrantThreshold = 0.1;

/** Whether a share counts as much: to the two digits that people read, so .096, said as .10, does. */
export const isMuch = (share: number): boolean => Math.round(share * 100) >= quadrantThreshold * 100;

export function quadrantOf({ contested, load }: { contested: number; load: number }): Quadrant {
  const isContested = isMuch(contested);
  if (isMuch(load)) return isContested ? 'talk about this' : 'settled but vital';
  return isContested ? 'idle quarrel' : 'park';
}
