/** A note beside the text; all lengths in CSS pixels, `anchor` is the top of the passage it belongs to. */
export interface NoteBox {
  id: string;
  anchor: number;
  height: number;
}

/** Between two notes. */
const GAP = 8;

/** Anchors within this distance crowd each other, as in Hypothesis' bucket bar. */
const CROWD_REACH = 60;

/** As many notes as fit beside one place before a count stands for them. */
const CROWD_SIZE = 3;

/**
 * Tops for notes in reading order: none overlap, each is as near to its anchor as all can be together (least squares),
 * none rises above `top` unless the focused note, which stands exactly at its anchor, pushes it there.
 *
 * With the heights above each note taken off, "below the one before" becomes "not less than the one before", which is
 * isotonic regression; pooling adjacent violators solves it in one pass (Ayer et al. 1955, doi:10.1214/aoms/1177728423).
 * Bounds are kept by clamping its solution, so the two sides of the focused note need no solving of their own chain.
 */
export function place(notes: readonly NoteBox[], focused: string | null = null, top = 0): number[] {
  const stacked: number[] = [];
  let above = 0;
  for (const note of notes) {
    stacked.push(above);
    above += note.height + GAP;
  }
  const wanted = notes.map((note, i) => note.anchor - stacked[i]!);
  const pin = notes.findIndex((note) => note.id === focused);
  if (pin < 0) return isotonic(wanted).map((want, i) => Math.max(want, top) + stacked[i]!);
  const before = isotonic(wanted.slice(0, pin)).map((want) => Math.min(Math.max(want, top), wanted[pin]!));
  const after = isotonic(wanted.slice(pin + 1)).map((want) => Math.max(want, top, wanted[pin]!));
  return [...before, wanted[pin]!, ...after].map((want, i) => want + stacked[i]!);
}

/** The non-decreasing sequence nearest to `values` in least squares. */
function isotonic(values: readonly number[]): number[] {
  const pools: { sum: number; size: number }[] = [];
  const mean = (pool: { sum: number; size: number }) => pool.sum / pool.size;
  for (const value of values) {
    let pool = { sum: value, size: 1 };
    for (let last = pools.at(-1); last && mean(last) > mean(pool); last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) => Array<number>(pool.size).fill(mean(pool)));
}

/**
 * Places too crowded for notes: the ids of more than three notes whose anchors lie within 60 px of the first of them,
 * to be shown as one count. The focused note is always a note. Notes are in reading order.
 */
export function crowds(notes: readonly Omit<NoteBox, 'height'>[], focused: string | null = null): string[][] {
  const groups: { anchor: number; ids: string[] }[] = [];
  for (const { id, anchor } of notes) {
    if (id === focused) continue;
    const last = groups.at(-1);
    if (last && anchor - last.anchor < CROWD_REACH) last.ids.push(id);
    else groups.push({ anchor, ids: [id] });
  }
  return groups.map((group) => group.ids).filter((ids) => ids.length > CROWD_SIZE);
}
