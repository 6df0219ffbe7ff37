import { type Continuum, inOrder, lengthOf, type Unit } from './unit';

/** How much of a continuum two annotators gave the values c and k, summed over pairs: additive over texts. */
export interface UnitCoincidences {
  /** ℓ_ck by value, then by value; φ (the gaps) is `gap`. */
  observed: Map<string, Map<string, number>>;
  /** K_c: what a unit shares with itself, its length squared; of gaps their length. */
  self: Map<string, number>;
  /**
   * The same without gaps: the square of the length that a unit shares with units of others, who count 1/(m − 1) each, as
   * in ℓ_ck. With whole lengths instead, a third annotator elsewhere would change the figures of two.
   */
  pairableSelf: Map<string, number>;
}

/** φ: what nobody set apart. No tag is called so. */
export const gap = '';

/**
 * Coincidences of one text, in one sweep over the ends of units: ℓ_ck = Σ over pairs of annotators of the length where one
 * says c and the other k, divided by m − 1. A text with fewer than two annotators has none.
 * Source: K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher, On the reliability of unitizing textual continua, Quality &
 * Quantity 50 (2016) 2347-2364; Content Analysis, 4th ed. (2019) 12.6.
 */
export function unitCoincidences({ length, annotators }: Continuum): UnitCoincidences {
  const found = noCoincidences();
  const m = annotators.length;
  if (m < 2 || length === 0) return found;
  const units = annotators.map((own) => own.filter((unit) => lengthOf(unit) > 0).sort(inOrder));
  const stretches = stretchesOf(units.flat(), length);
  for (const { counts, start, end } of stretches) {
    const all = withGap(counts, m);
    for (const [c, one] of all)
      for (const [k, other] of all)
        add(row(found.observed, c), k, ((end - start) * one * (c === k ? one - 1 : other)) / (m - 1));
  }
  const pairableBefore = lengthBefore(stretches, (counts) => (total(counts) - 1) / (m - 1));
  for (const own of units) {
    let marked = 0;
    for (const unit of own) {
      marked += lengthOf(unit);
      add(found.self, unit.value, lengthOf(unit) ** 2);
      add(found.pairableSelf, unit.value, (pairableBefore(unit.end) - pairableBefore(unit.start)) ** 2);
    }
    add(found.self, gap, length - marked);
  }
  return found;
}

const noCoincidences = (): UnitCoincidences => ({
  observed: new Map(),
  self: new Map(),
  pairableSelf: new Map(),
});

/** Of several texts, as if one followed the other. */
export function addCoincidences(all: Iterable<UnitCoincidences>): UnitCoincidences {
  const total = noCoincidences();
  for (const { observed, self, pairableSelf } of all) {
    for (const [c, others] of observed)
      for (const [k, length] of others) add(row(total.observed, c), k, length);
    for (const [value, amount] of self) add(total.self, value, amount);
    for (const [value, amount] of pairableSelf) add(total.pairableSelf, value, amount);
  }
  return total;
}

interface Stretch {
  start: number;
  end: number;
  /** Annotators by value. */
  counts: ReadonlyMap<string, number>;
}

/** The continuum cut wherever a unit begins or ends. */
function stretchesOf(units: readonly Unit[], length: number): Stretch[] {
  const steps = units
    .flatMap(({ start, end, value }) => [
      { at: start, value, by: 1 },
      { at: end, value, by: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const counts = new Map<string, number>();
  const stretches: Stretch[] = [];
  let from = 0;
  const cut = (to: number) => {
    if (to > from) stretches.push({ start: from, end: to, counts: new Map(counts) });
    from = to;
  };
  for (const { at, value, by } of steps) {
    cut(at);
    add(counts, value, by);
    if (counts.get(value) === 0) counts.delete(value);
  }
  cut(length);
  return stretches;
}

/** How much of the continuum lies before an offset, where stretches begin or end, each as heavy as is said of it. */
function lengthBefore(stretches: readonly Stretch[], weightOf: (counts: Stretch['counts']) => number) {
  const before = new Map([[0, 0]]);
  let sum = 0;
  for (const { start, end, counts } of stretches) {
    sum += (end - start) * weightOf(counts);
    before.set(end, sum);
  }
  return (offset: number) => before.get(offset)!;
}

const total = (counts: Stretch['counts']) => {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
};

function withGap(counts: Stretch['counts'], m: number): [string, number][] {
  const rest = m - total(counts);
  return rest > 0 ? [...counts, [gap, rest]] : [...counts];
}

const add = (sums: Map<string, number>, key: string, by: number) => sums.set(key, (sums.get(key) ?? 0) + by);

function row(rows: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const known = rows.get(key) ?? new Map<string, number>();
  rows.set(key, known);
  return known;
}
