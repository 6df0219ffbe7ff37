import 'server-only';
import type { SearchFilter } from '@/lib/core/api/search';
import type { Reach } from './reach';

/** What may be a hit. */
export interface Candidate {
  kind: 'essay' | 'annotation' | 'reply' | 'card';
  id: string;
  group: string;
  essay: string | null;
  person: string | null;
  created: Date;
  score: number;
  tags: string[];
  status: string | null;
  /** Of an essay: its best paragraph, and how many others have the words. */
  passage: number | null;
  more: number;
}

/** Where something stands, the newest first; of one moment by id. */
export type Place = Pick<Candidate, 'created' | 'id'>;

/** The newest first; of one moment, as PostgreSQL orders ids. */
export const byTime = (a: Place, b: Place): number =>
  b.created.getTime() - a.created.getTime() || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);

/** What is sought, and where. */
export interface Sought {
  reach: Reach;
  filter: SearchFilter;
  /** Only what stands behind it. */
  behind?: Place | null;
}

/** Words as written count more than their stems, and what somebody wrote more than what stands beside it. */
export const weights = "'{0.1, 0.3, 0.4, 1}'";
