/** A corpus that was frozen under a number. */
export interface CorpusRelease {
  number: number;
  title: string;
  note: string;
  /** When it was read. */
  frozen: string;
  /** Of what was frozen, before anybody’s consent was applied to it. */
  sha256: string;
  /** Where some of it alone was chosen, as the corpus says; absent where all of it comes. */
  part?: true;
}
