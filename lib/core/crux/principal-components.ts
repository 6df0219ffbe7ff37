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
 * The first principal components of the rows of a complete matrix, by power iteration on the centred columns and
 * deflation (Hotelling 1933; Polis does the same). The same matrix gives the same answer: the start is fixed, and a
 * component points to where its heaviest column grows. One that explains nothing is all zeros.
 */
export function principalComponents(rows: readonly (readonly number[])[], count: number): Components {
  const width = rows[0]?.length ?? 0;
  const means = Array.from({ length: width }, (_, column) => sum(rows, (row) => row[column]!) / rows.length);
  const centred = rows.map((row) => Float64Array.from(row, (value, column) => value - means[column]!));
  const variance = sum(centred, (row) => dot(row, row));
  const components: Components = { scores: [], loadings: [], explained: [] };
  for (let i = 0; i < count; i++) {
    const direction = widestDirection(centred, width);
    const scores = centred.map((row) => dot(row, direction));
    components.scores.push(scores);
    components.loadings.push([...direction]);
    components.explained.push(variance > 0 ? sum(scores, (score) => score * score) / variance : 0);
    centred.forEach((row, r) => {
      for (let c = 0; c < width; c++) row[c] = row[c]! - scores[r]! * direction[c]!;
    });
  }
  return components;
}

function widestDirection(rows: readonly Float64Array[], width: number): Float64Array {
  // Multiples of the golden ratio: no pattern that real answers could be at right angles to.
  let direction = unit(Float64Array.from({ length: width }, (_, c) => 0.5 + ((c * 0.618_033_988_75) % 1)));
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(width);
    for (const row of rows) {
      const along = dot(row, direction);
      for (let c = 0; c < width; c++) next[c] = next[c]! + along * row[c]!;
    }
    if (dot(next, next) < STILL) return new Float64Array(width);
    const turned = unit(next);
    const isStill = turned.every((value, c) => Math.abs(value - direction[c]!) < STILL);
    direction = turned;
    if (isStill) break;
  }
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
