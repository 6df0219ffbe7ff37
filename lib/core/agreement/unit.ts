/** A stretch of a continuum that an annotator set apart and gave a value. Offsets in any one unit, end exclusive. */
export interface Unit {
  start: number;
  end: number;
  value: string;
}

/** A text and the units of each of its annotators; who looked through it and set nothing apart has none. */
export interface Continuum {
  length: number;
  annotators: readonly (readonly Unit[])[];
}

export const lengthOf = ({ start, end }: { start: number; end: number }): number => end - start;

export const inOrder = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  a.start - b.start || a.end - b.end;
