import type { MergePreview } from '@/lib/core/api/curation';

const names = new Intl.ListFormat('en', { type: 'conjunction' });
const some = (n: number, one: string) => (n === 1 ? `1 ${one}` : `${n} ${one}s`);
const has = (n: number) => (n === 1 ? 'is' : 'are');

/** What a merge will do, a sentence each; `number` is of the card that goes. */
export function mergeEffects({ passages, relations, answers, both }: MergePreview, number: number): string[] {
  const stand = passages.dropped;
  const theirs = both.filter(({ counts }) => counts === 'from').map(({ person }) => person.name);
  const kept = both.filter(({ counts }) => counts === 'into').map(({ person }) => person.name);
  return [
    `${some(passages.moved, 'passage')} and ${some(relations.moved, 'relation')} move.`,
    stand > 0 && `${some(stand, 'passage')} ${has(stand)} there already.`,
    relations.dropped > 0 &&
      `${some(relations.dropped, 'relation')} ${relations.dropped === 1 ? 'falls' : 'fall'} away: doubled, or between the two.`,
    answers.moved > 0
      ? `${some(answers.moved, 'answer')} ${answers.moved === 1 ? 'moves' : 'move'}; whoever gave one is asked to confirm it.`
      : 'No answer moves.',
    theirs.length > 0 &&
      `${names.format(theirs)} answered both, the one that goes later: that answer counts.`,
    kept.length > 0 && `${names.format(kept)} answered both, the one that stays later: that answer counts.`,
    `The address of card ${number} leads to the other. Nothing is deleted, and it can be undone.`,
  ].filter((words) => words !== false);
}
