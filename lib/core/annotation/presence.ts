/** Somebody who reads the same essay now; the data of a live `presence` event. */
export interface Presence {
  /** Of the user. */
  id: string;
  name: string;
  /** Ordinal of the textblock they look at; null: they left. */
  block: number | null;
}
