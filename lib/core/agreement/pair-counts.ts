import type { Marks, Span } from './marks';

/** What every two of n annotators share in a text: of i and j at i · n + j. */
export interface PairCounts {
  /** Tokens that both marked; j > i only, as `exact`. */
  shared: Uint32Array;
  /** Spans from and to the same tokens. */
  exact: Uint32Array;
  /** Spans of i that share a token with something of j. */
  met: Uint32Array;
}

/** Looks only at those whose marks meet: of two hundred annotators' twenty thousand pairs, most share little. */
export function pairCounts(all: readonly Marks[]): PairCounts {
  const n = all.length;
  const [shared, exact, met] = [new Uint32Array(n * n), new Uint32Array(n * n), new Uint32Array(n * n)];
  countShared(all, shared);
  countExact(all, exact);
  countMet(all, met);
  return { shared, exact, met };
}

function countShared(all: readonly Marks[], shared: Uint32Array) {
  const edges = all
    .flatMap(({ parts }, who) =>
      parts.flatMap(({ start, end }) => [
        { at: start, who },
        { at: end, who },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  const open = new Set<number>();
  let from = 0;
  for (const { at, who } of edges) {
    if (at > from && open.size > 1) addPairs([...open], at - from, { n: all.length, counts: shared });
    from = at;
    // Parts that touch close and open at one edge, in whatever order: twice is as before.
    if (!open.delete(who)) open.add(who);
  }
}

function countExact(all: readonly Marks[], exact: Uint32Array) {
  const places = new Map<string, number[]>();
  for (const [who, { spans }] of all.entries())
    for (const { start, end } of spans) {
      const here = places.get(`${start} ${end}`);
      if (here) here.push(who);
      else places.set(`${start} ${end}`, [who]);
    }
  for (const here of places.values())
    if (here.length > 1) addPairs(here, 1, { n: all.length, counts: exact });
}

function addPairs(people: number[], by: number, { n, counts }: { n: number; counts: Uint32Array }) {
  people.sort((a, b) => a - b);
  for (let i = 0; i < people.length; i++)
    for (let j = i + 1; j < people.length; j++) counts[people[i]! * n + people[j]!]! += by;
}

function countMet(all: readonly Marks[], met: Uint32Array) {
  const parts = all
    .flatMap(({ parts }, who) => parts.map(({ start, end }) => ({ start, end, who })))
    .sort((a, b) => a.start - b.start);
  const longest = parts.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const last = new Int32Array(all.length).fill(-1);
  let serial = 0;
  for (const [who, { spans }] of all.entries())
    for (const span of spans) {
      serial++;
      for (let p = firstFrom(parts, span.start - longest); p < parts.length; p++) {
        const part = parts[p]!;
        if (part.start >= span.end) break;
        if (part.end <= span.start || part.who === who || last[part.who] === serial) continue;
        last[part.who] = serial;
        met[who * all.length + part.who]! += 1;
      }
    }
}

function firstFrom(parts: readonly Span[], start: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
