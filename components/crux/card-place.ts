/** A card as the API's and the pages' addresses name it. */
export interface CardPlace {
  /** Slug. */
  group: string;
  /** Number or id. */
  card: string;
}

/** What the viewer may do with a card and what hangs on it; the server asks again. */
export interface CardRights {
  viewer: string | null;
  moderates: boolean;
  /** May link passages and cards. */
  links: boolean;
  /** May ask moderators to look at what others said. */
  flags: boolean;
  /** May take a position now. */
  answers: boolean;
}

/** Moderators take away any passage or relation, others what they added. */
export const mayRemove = ({ viewer, moderates, links }: CardRights, creator: string): boolean =>
  moderates || (links && creator === viewer);
