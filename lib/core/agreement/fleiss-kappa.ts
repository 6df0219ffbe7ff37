import { type CountedItem, sum } from './counted-items';
import { type Measure, measured, undefinedBecause, type WhyUndefined } from './measure';

export interface FleissKappa {
  kappa: Measure;
  /** By category, in the order of the counts. */
  categories: Measure[];
  /** Mean share of pairs that agree on an item (P̄), and the share to be expected by chance (Pe); null where undefined. */
  observed: number | null;
  expected: number | null;
  items: number;
  /** Of each item; null when they differ. */
  annotators: number | null;
}

/** Share of the pairs of annotators that agree on an item. */
export const pairsThatAgree = ({ counts }: CountedItem): number => {
  const n = sum(counts);
  return (sum(counts.map((count) => count ** 2)) - n) / (n * (n - 1));
};

/**
 * κ = (P̄ − Pe) / (1 − Pe), P̄ the mean over items of (Σ n_ij² − n) / (n(n−1)), Pe = Σ pj²; of a category
 * 1 − Σ n_ij(n − n_ij) / (N n (n−1) pj qj). With two annotators this is Scott's π. Every item needs equally many.
 * Source: J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 (1971) 378-382.
 */
export function fleissKappa(items: readonly CountedItem[]): FleissKappa {
  const judged = items.filter(({ times }) => times > 0);
  const sizes = new Set(judged.map(({ counts }) => sum(counts)));
  const [n = 0] = sizes;
  const count = sum(judged.map(({ times }) => times));
  const annotators = sizes.size === 1 ? n : null;
  const none = (because: WhyUndefined): FleissKappa => ({
    kappa: undefinedBecause(because),
    observed: null,
    expected: null,
    items: count,
    annotators,
    categories: (items[0]?.counts ?? []).map(() => undefinedBecause(because)),
  });
  if (count === 0) return none('nothing-shared');
  if (sizes.size > 1) return none('uneven-annotators');
  if (n < 2) return none('one-annotator');
  const shares = judged[0]!.counts.map(
    (_, j) => sum(judged.map(({ counts, times }) => counts[j]! * times)) / (count * n),
  );
  const observed = sum(judged.map((item) => pairsThatAgree(item) * item.times)) / count;
  const expected = sum(shares.map((share) => share ** 2));
  const isOne = shares.some((share) => share === 1);
  return {
    kappa: isOne ? undefinedBecause('one-category') : measured((observed - expected) / (1 - expected)),
    categories: shares.map((share, j) => {
      if (share === 0 || share === 1) return undefinedBecause('one-category');
      const differing = sum(judged.map(({ counts, times }) => counts[j]! * (n - counts[j]!) * times));
      return measured(1 - differing / (count * n * (n - 1) * share * (1 - share)));
    }),
    observed,
    expected,
    items: count,
    annotators,
  };
}
