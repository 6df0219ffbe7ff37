import { type CountedValues, sum } from './counted-items';
import { corrected, type Measure, undefinedBecause } from './measure';

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

export interface KrippendorffAlpha {
  alpha: Measure;
  /** Observed and expected disagreement; null where there is nothing to compare. */
  observed: number | null;
  expected: number | null;
  /** Values that stand beside another on their item. */
  pairable: number;
  /** Items with at least two values. */
  items: number;
}

/**
 * α = 1 − Do/De from coincidences o_ck = Σ over items of (pairs of values c, k) / (values of the item − 1):
 * Do = Σ o_ck δ²/n, De = Σ n_c n_k δ²/(n(n−1)). Any number of annotators, any number of missing values; an item with one
 * value says nothing and does not count.
 * Source: K. Krippendorff, Computing Krippendorff's alpha-reliability (2011); Content Analysis, 2nd ed. (2004) 221-236.
 */
export function krippendorffAlpha(data: CountedValues, metric: Metric = 'nominal'): KrippendorffAlpha {
  const items = data.items.filter(({ counts }) => sum(counts) >= 2);
  const totals = data.values.map((_, c) => sum(items.map(({ counts, times }) => counts[c]! * times)));
  const n = sum(totals);
  const counted = { pairable: n, items: sum(items.map(({ times }) => times)) };
  if (n < 2) return { alpha: undefinedBecause('nothing-shared'), observed: null, expected: null, ...counted };
  let [observed, expected] = [0, 0];
  for (let c = 0; c < totals.length; c++)
    for (let k = c + 1; k < totals.length; k++) {
      const apart = distances[metric]({ values: data.values, totals }, c, k);
      const pairs = items.map(({ counts, times }) => (times * counts[c]! * counts[k]!) / (sum(counts) - 1));
      observed += (2 * sum(pairs) * apart) / n;
      expected += (2 * totals[c]! * totals[k]! * apart) / (n * (n - 1));
    }
  return { alpha: corrected(observed, expected), observed, expected, ...counted };
}

interface Scale {
  values: readonly number[];
  /** How often each value occurs. */
  totals: readonly number[];
}

/** δ² between the c-th and the k-th value, c < k; values ascend. */
const distances: Record<Metric, (scale: Scale, c: number, k: number) => number> = {
  nominal: () => 1,
  ordinal: ({ totals }, c, k) => (sum(totals.slice(c, k + 1)) - (totals[c]! + totals[k]!) / 2) ** 2,
  interval: ({ values }, c, k) => (values[k]! - values[c]!) ** 2,
  ratio: ({ values }, c, k) => {
    const together = values[k]! + values[c]!;
    return together === 0 ? 0 : ((values[k]! - values[c]!) / together) ** 2;
  },
};
