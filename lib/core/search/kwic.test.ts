import { describe, expect, test } from 'vitest';
import { foundWords } from './found-words';
import { directionOf, kwic, kwicInParagraph, sortedKwic } from './kwic';
import { searchTerms } from './search-terms';

const lines = (text: string, q: string, width?: number) =>
  kwic(text, foundWords(text, searchTerms(q)), width).map(({ before, key, after }) => [before, key, after]);

describe('a line', () => {
  test.each<[name: string, text: string, q: string, width: number, line: string[]]>([
    ['ends between words', 'The quick brown fox jumps over', 'fox', 8, ['brown ', 'fox', ' jumps']],
    ['has a line end as a space', 'a\n\nfox\nb', 'fox', 9, ['a ', 'fox', ' b']],
    [
      'ends between characters where there are no spaces',
      '我们研究东京大学的历史',
      '东京',
      2,
      ['研究', '东京', '大学'],
    ],
    ['leaves an emoji of a family whole', '👩‍👩‍👧‍👦fox', 'fox', 3, ['', 'fox', '']],
    ['is in the order of reading in Arabic', 'قرأت الكتاب أمس', 'الكتاب', 9, ['قرأت ', 'الكتاب', ' أمس']],
    ['at the ends of a text has nothing', 'fox', 'fox', 9, ['', 'fox', '']],
  ])('%s', (_, text, q, width, line) => {
    expect(lines(text, q, width)).toEqual([line]);
  });

  test('stands for each place, in UTF-16', () => {
    expect(kwic('🦊 a fox, a fox', foundWords('🦊 a fox, a fox', searchTerms('fox')))).toMatchObject([
      { start: 5, end: 8 },
      { start: 12, end: 15 },
    ]);
  });
});

describe('what goes before and after a marked passage', () => {
  const text = 'One two.\n\nThree four.\n\nFive six.';
  const around = (exact: string) => {
    const start = text.indexOf(exact);
    const { before, key, after, ...place } = kwicInParagraph(text, { start, end: start + exact.length });
    expect(place).toEqual({ start, end: start + exact.length });
    return [before, key, after];
  };
  test.each([
    ['One', ['', 'One', ' two.']],
    ['four', ['Three ', 'four', '.']],
    ['Three', ['', 'Three', ' four.']],
    ['six.', ['Five ', 'six.', '']],
    ['two.\n\nThree', ['One ', 'two. Three', ' four.']],
  ])('%j ends in its paragraph', (exact, line) => expect(around(exact)).toEqual(line));
});

describe('the direction', () => {
  test.each<[before: string, key: string, after: string, direction: 'rtl' | 'ltr']>([
    ['هل ', 'نثق', ' به حقا؟', 'rtl'],
    ['GPT ', 'نموذج', ' لغوي كبير', 'rtl'],
    ['', 'שלום', '', 'rtl'],
    ['The word ', 'نثق', ' is Arabic', 'ltr'],
    ['我们', '研究', '历史', 'ltr'],
    ['1 ', '😀', '', 'ltr'],
  ])('of %s%s%s', (before, key, after, direction) => {
    expect(directionOf({ before, key, after })).toBe(direction);
  });
});

describe('the order', () => {
  const some = [
    { before: 'a red ', key: 'fox', after: ' sleeps' },
    { before: 'an old ', key: 'Fox', after: ' eats' },
    { before: 'the „red“ ', key: 'cub', after: ' “eats”' },
  ];
  const by = (order: 'place' | 'before' | 'after' | 'key') =>
    sortedKwic(some, order).map((line) => some.indexOf(line));
  test('by place is that in which they come', () => expect(by('place')).toEqual([0, 1, 2]));
  test('by what goes before begins at the nearest word', () => expect(by('before')).toEqual([1, 0, 2]));
  test('by what follows passes over marks', () => expect(by('after')).toEqual([1, 2, 0]));
  test('by the key does not tell capitals apart', () => expect(by('key')).toEqual([2, 1, 0]));
});

test('of a key as long as a chapter the beginning is shown', () => {
  const text = 'word '.repeat(1_000);
  const [line] = kwic(text, [{ start: 0, end: text.length }]);
  expect(line!.key.length).toBeLessThan(310);
  expect(line!.key).toMatch(/word …$/);
  expect(line).toMatchObject({ start: 0, end: text.length });
});
