import { isAccepted } from '@/lib/core/corpus/accepted-card';
import type { CorpusAnnotation, CorpusCard, CorpusPerson, CorpusRecord } from '@/lib/core/corpus/corpus';
import type { ReleaseStanding } from './shown-record';

/** Why something does not come: its author asked to be left out, or the group does not see it any more. */
type Reason = 'byConsent' | 'takenBack';

const kinds = ['annotations', 'replies', 'cards', 'relations', 'positions', 'checks'] as const;
type Kind = (typeof kinds)[number];

/** How much of a release does not come any more, by the reason. */
export type LeftOut = Record<Reason, Record<Kind, number>>;

const nothing = () => Object.fromEntries(kinds.map((kind) => [kind, 0])) as LeftOut[Reason];

/**
 * Counts what of a release does not come any more, whoever takes it: give it all records. What stands on something goes with that,
 * and for its reason: answers with their card, replies with their annotation. Memory: cards.
 */
export function countLeftOut(standing: Pick<ReleaseStanding, 'personOf' | 'isGone'>) {
  const counts: LeftOut = { byConsent: nothing(), takenBack: nothing() };
  const count = (kind: Kind, reason: Reason | null) => {
    if (reason) counts[reason][kind] += 1;
  };
  const isLeftOut = (person: CorpusPerson | null) => person !== null && standing.personOf(person.id) === null;
  const reasonOf = (id: string, person: CorpusPerson | null): Reason | null => {
    if (standing.isGone(id)) return 'takenBack';
    return isLeftOut(person) ? 'byConsent' : null;
  };
  const cards: CorpusCard[] = [];
  const annotation = ({ id, person, replies }: CorpusAnnotation) => {
    const reason = reasonOf(id, person);
    count('annotations', reason);
    for (const { id, words } of replies) if (words) count('replies', reason ?? reasonOf(id, words.person));
  };
  const card = ({ id, status, person }: CorpusCard) => reasonOf(id, isAccepted(status) ? null : person);
  const end = () => {
    const gone = new Map(cards.map((one) => [one.id, card(one)]));
    for (const { id, positions, relations } of cards) {
      const reason = gone.get(id) ?? null;
      count('cards', reason);
      for (const { id, person } of positions) count('positions', reason ?? reasonOf(id, person));
      for (const { id, person, state, to } of relations) {
        const own = state === 'accepted' ? null : person;
        gone.set(id, reason ?? gone.get(to ?? '') ?? (isLeftOut(own) ? 'byConsent' : null));
      }
    }
    const relations = new Map(cards.flatMap(({ relations }) => relations.map((one) => [one.id, one])));
    const why = (id: string): Reason | null =>
      gone.get(id) ?? (relations.get(id)?.toRelation ? why(relations.get(id)!.toRelation!) : null);
    for (const id of relations.keys()) count('relations', why(id));
    return counts;
  };
  return {
    write(record: CorpusRecord): void {
      if (record.kind === 'annotation') annotation(record);
      else if (record.kind === 'card') cards.push(record);
      else if (record.kind === 'coverage')
        for (const { person } of record.checks) count('checks', isLeftOut(person) ? 'byConsent' : null);
    },
    end,
  };
}
