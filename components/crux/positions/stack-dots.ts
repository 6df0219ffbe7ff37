interface Dot {
  /** Its place in what was given. */
  index: number;
  value: number;
  /** How many dots it stands on. */
  level: number;
}

/** Points by which two dots must differ to stand side by side. */
const APART = 3;

/** Puts dots that would hide each other on top of each other, each at its own value. Percent. */
export function stackDots(values: readonly number[]): Dot[] {
  const placed: Dot[] = [];
  const sorted = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  for (const dot of sorted) {
    const near = placed.filter(({ value }) => dot.value - value < APART).map(({ level }) => level);
    let level = 0;
    while (near.includes(level)) level++;
    placed.push({ ...dot, level });
  }
  return placed;
}
