import 'server-only';
import { readsAlone } from '@/lib/server/data/audience';

/**
 * SQL: whether step `step` of a card (card_event), or the one that it takes back, is about a passage that somebody else
 * marked on an essay that a person reads alone. `isAlone`: how that is found out, where it is not known yet.
 */
export const isStepOnBlindMark = (
  step: string,
  person: string,
  isAlone = (place: { group: string; essay: string }): string => readsAlone(person, place),
): string => `EXISTS (
  SELECT 1 FROM card_event about JOIN annotation marked ON marked.id = (coalesce(about.after, about.before) ->> 'annotation')::uuid
  WHERE about.id IN (${step}.id, ${step}.undoes_id) AND marked.author_id IS DISTINCT FROM ${person}
    AND ${isAlone({ group: 'marked.group_id', essay: 'marked.essay_id' })})`;
