import { type CountedItem, sum } from './counted-items';
import { pairsThatAgree } from './fleiss-kappa';
import { type Measure, measured, undefinedBecause } from './measure';

/**
 * AC1 = (Pa − Pe) / (1 − Pe), Pe = Σ πk(1 − πk) / (q − 1) over q categories: chance is what annotators would do by guessing, so
 * a tag that is rare does not by itself bring it near 0, as it does κ and α. `Pa` is over items with at least two values.
 * Source: K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high agreement, British
 * Journal of Mathematical and Statistical Psychology 61 (2008) 29-48.
 */
export function gwetAc1(items: readonly CountedItem[]): Measure {
  const judged = items.filter(({ counts, times }) => times > 0 && sum(counts) > 0);
  const paired = judged.filter(({ counts }) => sum(counts) >= 2);
  if (paired.length === 0) return undefinedBecause('nothing-shared');
  const agreed = weighted(paired, pairsThatAgree);
  const categories = judged[0]!.counts.length;
  const shares = judged[0]!.counts.map((_, k) => weighted(judged, ({ counts }) => counts[k]! / sum(counts)));
  if (shares.some((share) => share === 1)) return undefinedBecause('one-category');
  const expected = sum(shares.map((share) => share * (1 - share))) / (categories - 1);
  return measured((agreed - expected) / (1 - expected));
}

const weighted = (items: readonly CountedItem[], of: (item: CountedItem) => number): number =>
  sum(items.map((item) => of(item) * item.times)) / sum(items.map(({ times }) => times));
