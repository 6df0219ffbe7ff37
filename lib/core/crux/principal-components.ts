/** A cloud of points laid out along the directions in which it is widest. */
export interface Components {
  /** For each component, each row's coordinate along it. */
  scores: number[][];
  /** For each component, each column's weight in it (unit length). */
  loadings: number[][];
  /** For each component, its share of all variance, 0 to 1. */
  explained: number[];
}

const ROUNDS = 200;
const STILL = 1e-9;

/**
 * The first principal components of the rows of a complete matrix, by power iteration and deflation (Hotelling 1933;
 * Polis does the same) on the products of its centred rows or columns, whichever are fewer: both have the same
 * components (Sirovich 1987). The same matrix gives the same answer: the start is fixed, and a component points to
 * where its heaviest column grows. One that explains nothing is all zeros.
 */
export function principalComponents(rows: readonly (readonly number[])[], count: number): Components {
  const width = rows[0]?.length ?? 0;
  const centred = centredRows(rows, width);
  const isWide = rows.length < width;
  const products = productsOf(isWide ? centred : columnsOf(centred, width));
  const variance = sum(centred, (row) => dot(row, row));
  const components: Components = { scores: [], loadings: [], explained: [] };
  for (let i = 0; i < count; i++) {
    const widest = widestDirection(products);
    const direction = pointed(besides(isWide ? combined(centred, widest) : widest, components.loadings));
    const scores = centred.map((row) => dot(row, direction));
    components.scores.push(scores);
    components.loadings.push([...direction]);
    const along = sum(scores, (score) => score * score);
    components.explained.push(variance > 0 ? along / variance : 0);
    takeAway(products, widest, along);
  }
  return components;
}

// Plain loops from here on: two hundred people and two thousand cards are 400,000 cells.

function centredRows(rows: readonly (readonly number[])[], width: number): Float64Array[] {
  const means = new Float64Array(width);
  for (const row of rows) for (let c = 0; c < width; c++) means[c]! += row[c]! / rows.length;
  return rows.map((row) => {
    const centred = new Float64Array(width);
    for (let c = 0; c < width; c++) centred[c] = row[c]! - means[c]!;
    return centred;
  });
}

function columnsOf(rows: readonly Float64Array[], width: number): Float64Array[] {
  const columns = Array.from({ length: width }, () => new Float64Array(rows.length));
  rows.forEach((row, r) => {
    for (let c = 0; c < width; c++) columns[c]![r] = row[c]!;
  });
  return columns;
}

/** The sum of rows, each as often as its share. */
function combined(rows: readonly Float64Array[], shares: Float64Array): Float64Array {
  const total = new Float64Array(rows[0]?.length ?? 0);
  rows.forEach((row, r) => {
    for (let c = 0; c < total.length; c++) total[c]! += shares[r]! * row[c]!;
  });
  return total;
}

/** A direction at right angles to earlier ones, from which rounding may have turned it. */
function besides(direction: Float64Array, earlier: readonly (readonly number[])[]): Float64Array {
  const turned = unit(direction);
  for (const other of earlier) {
    const shared = turned.reduce((total, value, c) => total + value * other[c]!, 0);
    for (let c = 0; c < turned.length; c++) turned[c]! -= shared * other[c]!;
  }
  return unit(turned);
}

/** Every vector times every other. */
function productsOf(vectors: readonly Float64Array[]): Float64Array[] {
  const products = vectors.map(() => new Float64Array(vectors.length));
  for (let i = 0; i < vectors.length; i++)
    for (let j = 0; j <= i; j++) products[i]![j] = products[j]![i] = dot(vectors[i]!, vectors[j]!);
  return products;
}

function widestDirection(products: readonly Float64Array[]): Float64Array {
  // Multiples of the golden ratio: no pattern that real answers could be at right angles to.
  let direction = unit(Float64Array.from(products, (_, c) => 0.5 + ((c * 0.618_033_988_75) % 1)));
  for (let round = 0; round < ROUNDS; round++) {
    const next = Float64Array.from(products, (row) => dot(row, direction));
    if (dot(next, next) < STILL) return new Float64Array(products.length);
    const turned = unit(next);
    const isStill = turned.every((value, c) => Math.abs(value - direction[c]!) < STILL);
    direction = turned;
    if (isStill) break;
  }
  return direction;
}

/** Leaves what is at right angles to a direction, along which there is so much. */
function takeAway(products: readonly Float64Array[], direction: Float64Array, along: number): void {
  products.forEach((row, r) => {
    for (let c = 0; c < row.length; c++) row[c] = row[c]! - along * direction[r]! * direction[c]!;
  });
}

function pointed(direction: Float64Array): Float64Array {
  const heaviest = direction.reduce(
    (best, value) => (Math.abs(value) > Math.abs(best) + STILL ? value : best),
    0,
  );
  return heaviest < 0 ? direction.map((value) => -value) : direction;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let product = 0;
  for (let i = 0; i < a.length; i++) product += a[i]! * b[i]!;
  return product;
}

const sum = <Thing>(things: readonly Thing[], of: (thing: Thing) => number) =>
  things.reduce((total, thing) => total + of(thing), 0);
