import type { Person } from '@/lib/core/annotation/annotation';
import type { Settings } from '@/lib/core/api/account';
import type { Tag } from '@/lib/core/api/groups';
import type { Place } from './restore-place';

/** What the page knows from the start and what does not change while it is open. */
export interface Reading {
  group: { id: string; slug: string; name: string };
  /** `number` is the version on show. */
  essay: { id: string; slug: string; title: string; language: string; number: number; words: number };
  /** Null: a visitor. */
  viewer: Person | null;
  /** What the viewer signs in with, should the session end while the page is open. */
  email: string | null;
  /** Belongs to the group, in whatever role. */
  isMember: boolean;
  /** Hears in the inbox of what is new here; null: does not belong to the group. */
  follows: boolean | null;
  /** May annotate, reply and react here. */
  writes: boolean;
  /** May resolve the threads of others and remove what breaks the rules. */
  moderates: boolean;
  /** The group's vocabulary in its order; retired words too, since old annotations carry them. */
  tags: readonly Tag[];
  settings: Settings;
  /** Something was decided about marks in this version, and the viewer may know what. */
  hasDecisions: boolean;
  /** In a blind reading: others' marks are not here, and the round's tags alone are offered. */
  readsAlone: boolean;
  /** Where the server remembers that the viewer stopped. */
  place: Place | null;
  /** State of the annotations that the article's HTML shows, as `cursor` of their list names it. */
  cursor: string;
}
