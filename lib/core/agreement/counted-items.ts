/** An item (a token, a case) by how many annotators gave it which value, and how often such an item occurs. */
export interface CountedItem {
  /** By value, in an order that all items share. Who gave none is not counted: the value is missing. */
  counts: readonly number[];
  times: number;
}

/** Items with the values that were given at all, ascending. */
export interface CountedValues {
  values: number[];
  items: CountedItem[];
}

/** Counts rows of values, one row an item, one column an annotator; null is missing. */
export function countItems(rows: readonly (readonly (number | null)[])[]): CountedValues {
  const given = rows.flat().filter((value) => value !== null);
  const values = [...new Set(given)].sort((a, b) => a - b);
  const place = new Map(values.map((value, i) => [value, i]));
  const items = rows.map((row) => {
    const counts = new Array<number>(values.length).fill(0);
    for (const value of row) if (value !== null) counts[place.get(value)!]! += 1;
    return { counts, times: 1 };
  });
  return { values, items };
}

export const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};
