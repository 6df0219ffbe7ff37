/** Milliseconds before the next try: about 1 s, 2 s, at most 5 s, spread so that not all come back at once. */
export const pauseBeforeReconnect = (failures: number, random: number): number =>
  Math.min(5000, 1000 * 2 ** (failures - 1)) * (0.5 + random / 2);
