/** What a figure should be at most or at least: a ratio, or the figure itself when it is compared with nothing. */
export type Goal = ({ most: number } | { least: number }) & {
  /** The figure itself, also when it is compared: where people wait for it. */
  itself?: true;
};

export interface Comparison {
  what: string;
  unit: string;
  ours: readonly number[];
  /** Of a floor or a peer, measured in the same run by turns with ours. */
  against?: { name: string; figures: readonly number[] };
  goal?: Goal;
}

interface Line {
  bench: string;
  what: string;
  unit: string;
  ours: number;
  against?: string;
  theirs?: number;
  ratio?: number;
  goal?: string;
  met?: boolean;
}

const asJson = process.argv.includes('--json');

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Runs each contender in turn, so that whatever else the machine does meanwhile meets all of them. */
export async function byTurns<Name extends string>(
  rounds: number,
  contenders: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++)
    for (const name of names) figures[name].push(await contenders[name]());
  return figures;
}

/** Prints figures as they come: a table for people or, with `--json`, one object a line. */
export function reportOf(bench: string): (comparison: Comparison) => void {
  if (!asJson) {
    console.log(`\n${bench}`);
    console.log(row(['', 'ours', 'against', 'ratio', 'goal']));
  }
  return (comparison) => {
    const line = lineOf(bench, comparison);
    console.log(asJson ? JSON.stringify(line) : tableRow(line));
  };
}

function lineOf(bench: string, { what, unit, ours: figures, against, goal }: Comparison): Line {
  const ours = median(figures);
  const theirs = against && median(against.figures);
  const ratio = theirs === undefined ? undefined : ours / theirs;
  const judged = goal?.itself ? ours : (ratio ?? ours);
  return {
    bench,
    what,
    unit,
    ours,
    ...(against && { against: against.name, theirs: theirs!, ratio: ratio! }),
    ...(goal && {
      goal: `${'most' in goal ? `≤ ${goal.most}` : `≥ ${goal.least}`}${goal.itself ? ` ${unit}` : ''}`,
      met: 'most' in goal ? judged <= goal.most : judged >= goal.least,
    }),
  };
}

const short = (figure: number) =>
  figure.toLocaleString('en', { maximumFractionDigits: figure < 10 ? 2 : figure < 100 ? 1 : 0 });

function tableRow({ what, unit, ours, against, theirs, ratio, goal, met }: Line): string {
  const compared = against === undefined ? '' : `${short(theirs!)} ${against}`;
  const mark = met === undefined ? '' : met ? ' ✓' : ' ✗';
  return row([
    what,
    `${short(ours)} ${unit}`,
    compared,
    ratio === undefined ? '' : ratio.toFixed(2),
    `${goal ?? ''}${mark}`,
  ]);
}

const widths = [58, 14, 22, 7, 12];
const row = (cells: string[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' ');
