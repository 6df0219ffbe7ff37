/**
 * How many slips lead from one word to another, each a character too many, too few, another one, or two that changed
 * places (optimal string alignment: Damerau 1964, https://doi.org/10.1145/363958.363994), in Unicode code points.
 */
export function typingSlips(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  let before: number[] = [];
  let last = to.map((_, at) => at + 1);
  let lastStart = 0;
  let beforeStart = 0;
  for (const [row, letter] of from.entries()) {
    const next: number[] = [];
    for (const [at, wanted] of to.entries()) {
      const above = last[at]!;
      const left = next[at - 1] ?? row + 1;
      const corner = at === 0 ? lastStart : last[at - 1]!;
      let slips = Math.min(above + 1, left + 1, corner + (letter === wanted ? 0 : 1));
      if (row > 0 && at > 0 && letter === to[at - 1] && from[row - 1] === wanted)
        slips = Math.min(slips, (at === 1 ? beforeStart : before[at - 2]!) + 1);
      next.push(slips);
    }
    [before, last] = [last, next];
    [beforeStart, lastStart] = [lastStart, row + 1];
  }
  return last.at(-1) ?? from.length;
}
