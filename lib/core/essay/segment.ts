/**
 * A stretch of canonical text over which the set of covering annotations does not change. Segments are sorted, do not
 * overlap, and leave uncovered text out. `lib/core/anchoring` computes them; the server's HTML and the client's
 * painter both draw them. A segment may run over several text nodes and blocks: each piece gets its own `<mark>`, whose
 * `data-s` is the offset of its first character, so that one block can be drawn without knowing the others.
 */
export interface Segment {
  /** UTF-16 offsets in the canonical text, end exclusive. */
  start: number;
  end: number;
  /** Colour slot 0-4; 0 is a plain highlight. */
  slot: number;
  /** How many annotations lie here, 1..3 (3 means three or more). */
  depth: number;
  /**
   * Annotations that begin here. Each becomes one empty link at the beginning of the mark, so that it is on the mark's
   * line; when the mark stands inside a link, before that link, since links do not nest.
   */
  refs: readonly SegmentRef[];
}

export interface SegmentRef {
  id: string;
  /** Colour slot of its own tag, whichever lies on top. */
  slot: number;
  /** Spoken name, e.g. "Claim by Ann, 3 replies". */
  label: string;
}
