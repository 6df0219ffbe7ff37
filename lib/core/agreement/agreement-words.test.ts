import { describe, expect, test } from 'vitest';
import { agreementFigures } from './agreement-figures';
import { agreementWords, isThin, levelOf, shortNumber, whyWordsOf } from './agreement-words';
import { textSums } from './text-sums';

const names = new Map([
  ['claim', 'Claim'],
  ['crux', 'Crux'],
]);
const span = (start: number, end: number, tag: string) => ({ start, end, tags: [tag] });
const wordsOf = (...people: ReturnType<typeof span>[][]) => {
  const text = { length: 1000, annotators: people.map((spans, i) => ({ id: `${i}`, spans })) };
  return agreementWords(agreementFigures([textSums(text, ['claim', 'crux'])]), names);
};

test.each([
  [1, 'reliable'],
  [0.8, 'reliable'],
  [0.79, 'tentative'],
  [0.667, 'tentative'],
  [0.5, 'weak'],
  [0.04, 'chance'],
  [-0.3, 'chance'],
])('α = %f is %s', (alpha, level) => {
  expect(levelOf(alpha)).toBe(level);
});

test.each([
  [0.456, '.46'],
  [-0.12, '−.12'],
  [-0.001, '.00'],
  [1, '1.00'],
])('%f is written %s', (value, words) => {
  expect(shortNumber(value)).toBe(words);
});

test('that one tag was not used is said of that tag, and every other reason as it is of all', () => {
  expect(whyWordsOf('nothing-marked', 'crux')).toBe('there are no marks with this tag to compare');
  expect(whyWordsOf('nothing-marked', null)).toBe('there are no marks to compare');
  expect(whyWordsOf('no-length', 'crux')).toBe(whyWordsOf('no-length', null));
});

test('three people and twenty passages are enough', () => {
  expect([isThin(3, 20), isThin(2, 100), isThin(9, 19)]).toEqual([false, true, true]);
});

describe('the words before the figures', () => {
  const many = (shift: number, tag: string) =>
    Array.from({ length: 10 }, (_, i) => span(i * 40 + shift, i * 40 + shift + 10, tag));
  test('say how many people and passages they stand on, and what is agreed on most', () => {
    const people = [0, 0, 0].map((_, i) => [...many(0, 'claim'), ...many(500 + i * 8, 'crux')]);
    const [stands, level, extremes] = wordsOf(...people);
    expect(stands).toBe('3 people annotated the text; 3 of them tagged 60 passages.');
    expect(level).toMatch(/^On which words are worth a tag they agree more than by chance, but too little/);
    expect(extremes).toMatch(/^They agree most on Claim \(α\s=\s1\.00\), least on Crux \(α\s=\s/);
  });

  test('say of one who marked and one who looked for a tag alone that only that tag has figures', () => {
    const ann = { id: 'ann', spans: [span(0, 3, 'claim')] };
    const ben = { id: 'ben', lookedFor: ['claim'], spans: [] };
    const figures = agreementFigures([textSums({ length: 9, annotators: [ann, ben] }, ['claim', 'crux'])]);
    expect(agreementWords(figures, names, 2)).toEqual([
      '2 people annotated the text, but no two of them by every tag.',
      'So there are figures for single tags only.',
    ]);
  });

  test('say why there is nothing to say', () => {
    expect(wordsOf([])).toEqual([
      'No two people have annotated the same text yet, so there is nothing to compare.',
    ]);
    const alone = { length: 9, annotators: [{ id: 'ann', spans: [span(0, 3, 'claim')] }] };
    expect(agreementWords(agreementFigures([textSums(alone, ['claim'])]), names, 1)).toEqual([
      'Only one person counts here so far. Agreement needs two.',
    ]);
    expect(wordsOf([], [])[1]).toBe('Agreement is undefined because there are no marks to compare.');
  });
});
