import type { CardEvent, RelationType } from '@/lib/core/api/card-schemas';
import type { CardDetail } from '@/lib/core/api/cards';
import { relationWords } from '@/lib/core/crux/relation-words';

const plain: Record<string, string> = {
  propose: 'proposed it',
  accept: 'accepted it',
  reject: 'rejected it',
  reconsider: 'proposed it again',
  'resolve-true': 'resolved it as true',
  'resolve-false': 'resolved it as false',
  dissolve: 'dissolved it: the question turned out to be none',
  reopen: 'reopened it',
  merge: 'merged it into another card',
  unmerge: 'undid the merge',
  absorb: 'merged another card into it',
  split: 'split another card off',
  'split-off': 'split it off another card',
  withdraw: 'withdrew it',
  archive: 'archived it',
  restore: 'restored it',
  unlink: 'took a passage off',
  unrelate: 'took a relation away',
  undo: 'took a step back',
};

const roles: Record<string, string> = {
  states: 'linked a passage that states it',
  supports: 'linked a passage that supports it',
  opposes: 'linked a passage that opposes it',
  mentions: 'linked a passage that mentions it',
};

const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** What somebody did to a card, to stand after their name. */
export function eventWords({ verb, after }: Pick<CardEvent, 'verb' | 'after'>): string {
  switch (verb) {
    case 'link':
      return roles[String(part(after, 'role'))] ?? 'linked a passage';
    case 'relate':
      return relateWords(part(after, 'type') as RelationType);
    case 'review-relation':
      return part(after, 'state') === 'accepted' ? 'accepted a relation' : 'rejected a relation';
    case 'reword':
      return part(after, 'wordingOnly') === true ? 'changed its words, not its sense' : 'reworded it';
    default:
      return plain[verb] ?? verb;
  }
}

function relateWords(type: RelationType): string {
  if (type === 'undercuts') return 'added a relation: undercuts another relation';
  const words = relationWords[type]?.out.toLowerCase();
  return words ? `added a relation: ${words} another card` : 'added a relation';
}

/** The statement before and after a step that changed it. */
export function rewording({ before, after }: Pick<CardEvent, 'before' | 'after'>) {
  const [was, is] = [part(before, 'statement'), part(after, 'statement')];
  return typeof was === 'string' && typeof is === 'string' ? { was, is } : null;
}

/** The words of the passage or card that a step linked, while the link stands. */
export function subjectOf(
  { after }: Pick<CardEvent, 'after'>,
  card: Pick<CardDetail, 'id' | 'occurrences' | 'relations'>,
): string | null {
  const passage = card.occurrences.find(({ id }) => id === part(after, 'occurrence'));
  if (passage) return `“${passage.exact}”`;
  const relation = card.relations.find(({ id }) => id === part(after, 'relation'));
  const other = relation?.from.id === card.id ? relation.to : relation?.from;
  return other?.statement ?? null;
}
