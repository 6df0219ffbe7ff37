import { sum } from './counted-items';
import { corrected, type Measure, measured, undefinedBecause } from './measure';
import { gap, type UnitCoincidences } from './unit-coincidences';

export interface UnitAlpha {
  /** uα: same stretches, same values. */
  units: Measure;
  /** |uα: set apart or not, whatever the value. */
  binary: Measure;
  /** cuα: the values, where both set something apart. */
  coding: Measure;
  /** (k)uα: one value, where both set something apart; `coverage` is how much of what got the value lies there, 0-1. */
  byValue: Map<string, { alpha: Measure; coverage: number }>;
}

/**
 * The uα family. Expected are ε_ck = ℓ··(ℓ_c ℓ_k − [c = k] K_c) / (ℓ··² − ΣK); cuα and (k)uα are the same on the values
 * without gaps, with the lengths that can be paired there.
 * Source: as of `unitCoincidences`; Content Analysis, 4th ed. (2019) equations 32-38.
 */
export function unitAlpha({ observed, self, pairableSelf }: UnitCoincidences): UnitAlpha {
  const values = [...observed.keys()].sort();
  const all = tableOf(observed, self, values);
  const marked = values.filter((value) => value !== gap);
  const coded = tableOf(observed, pairableSelf, marked);
  const because = values.length === 0 ? 'nothing-shared' : marked.length === 0 ? 'nothing-marked' : null;
  if (because) {
    const none = undefinedBecause(because);
    return { units: none, binary: none, coding: none, byValue: new Map() };
  }
  return {
    units: corrected(all.differing.observed, all.differing.expected),
    binary: binaryOf(all, values.indexOf(gap)),
    coding:
      coded.sum === 0
        ? undefinedBecause('no-overlap')
        : corrected(coded.differing.observed, coded.differing.expected),
    byValue: new Map(
      marked.map((value, k) => {
        const coverage = coded.rows[k]! / all.rows[values.indexOf(value)]!;
        return [value, { alpha: ofValue(coded, k), coverage }];
      }),
    ),
  };
}

interface Table {
  /** ℓ_ck, ℓ_c and ℓ··. */
  observed: number[][];
  rows: number[];
  sum: number;
  expected: (c: number, k: number) => number;
  /** Σ over c ≠ k. */
  differing: { observed: number; expected: number };
}

function tableOf(
  lengths: UnitCoincidences['observed'],
  self: ReadonlyMap<string, number>,
  values: readonly string[],
): Table {
  const observed = values.map((c) => values.map((k) => lengths.get(c)?.get(k) ?? 0));
  const rows = observed.map(sum);
  const all = sum(rows);
  const own = values.map((value) => self.get(value) ?? 0);
  const pairs = all ** 2 - sum(own);
  const expected = (c: number, k: number) =>
    pairs > 0 ? (all * (rows[c]! * rows[k]! - (c === k ? own[c]! : 0))) / pairs : 0;
  const across = (of: (c: number, k: number) => number) =>
    sum(values.flatMap((_, c) => values.map((_, k) => (c === k ? 0 : of(c, k)))));
  const differing = {
    observed: across((c, k) => observed[c]![k]!),
    expected: across(expected),
  };
  return { observed, rows, sum: all, expected, differing };
}

/** What only gaps and what only units share is no difference. */
function binaryOf({ observed, rows, expected }: Table, at: number): Measure {
  if (at < 0) return undefinedBecause('one-category');
  const others = rows.map((_, k) => k).filter((k) => k !== at);
  return corrected(sum(others.map((k) => observed[at]![k]!)), sum(others.map((k) => expected(at, k))));
}

function ofValue({ observed, rows, expected }: Table, k: number): Measure {
  if (rows[k] === 0) return undefinedBecause('no-overlap');
  const chance = sum(rows.map((_, c) => expected(k, c)));
  const differing = (chance - expected(k, k)) / chance;
  if (!(differing > 0)) return undefinedBecause('one-category');
  return measured(1 - (rows[k]! - observed[k]![k]!) / rows[k]! / differing);
}
