import { expect, test } from 'vitest';
import { mergeEffects } from './merge-words';

const none = { moved: 0, dropped: 0 };
const nothing = { passages: none, relations: none, answers: none, beliefs: none, both: [] };
const person = (name: string) => ({ id: name, name });
const last = 'The address of card 7 leads to the other. Nothing is deleted, and it can be undone.';

test('an empty card leaves only its address', () => {
  expect(mergeEffects(nothing, 7)).toEqual(['0 passages and 0 relations move.', 'No answer moves.', last]);
});

test('says what moves, what is doubled, and whose later answer counts', () => {
  const preview = {
    ...nothing,
    passages: { moved: 1, dropped: 2 },
    relations: { moved: 3, dropped: 1 },
    answers: { moved: 1, dropped: 3 },
    both: [
      { person: person('Ann'), counts: 'from' as const },
      { person: person('Ben'), counts: 'into' as const },
      { person: person('Cem'), counts: 'into' as const },
    ],
  };
  expect(mergeEffects(preview, 7)).toEqual([
    '1 passage and 3 relations move.',
    '2 passages are there already.',
    '1 relation falls away: doubled, or between the two.',
    '1 answer moves; whoever gave one is asked to confirm it.',
    'Ann answered both, the one that goes later: that answer counts.',
    'Ben and Cem answered both, the one that stays later: that answer counts.',
    last,
  ]);
});
