import { sum } from './counted-items';
import { type Measure, measured, undefinedBecause } from './measure';

export interface CohenKappa {
  kappa: Measure;
  /** Share of items on which both agree, and the share to be expected by chance; null without items. */
  observed: number | null;
  expected: number | null;
  /** Items that both judged. */
  items: number;
}

/**
 * κ = (Po − Pe) / (1 − Pe) with Pe = Σ p1c·p2c, from a table of counts: rows by the one, columns by the other.
 * Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960) 37-46.
 */
export function cohenKappa(table: readonly (readonly number[])[]): CohenKappa {
  const items = sum(table.flat());
  if (items === 0)
    return { kappa: undefinedBecause('nothing-shared'), observed: null, expected: null, items };
  const observed = sum(table.map((row, c) => row[c]!)) / items;
  const rows = table.map(sum);
  const columns = table.map((_, c) => sum(table.map((row) => row[c]!)));
  // In whole numbers, so that "all of one kind" is found out exactly.
  const byChance = sum(rows.map((row, c) => row * columns[c]!));
  const expected = byChance / items ** 2;
  const kappa =
    byChance === items ** 2
      ? undefinedBecause('one-category')
      : measured((observed - expected) / (1 - expected));
  return { kappa, observed, expected, items };
}
