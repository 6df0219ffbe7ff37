import { expect, test } from 'vitest';
import type { TextMark } from './contested-sentences';
import { whoMoved } from './who-moved';

/** `a claim 0-4` */
const marks = (...all: string[]): TextMark[] =>
  all.map((one) => {
    const [id = '', author = '', tags = '', range = ''] = one.split(' ');
    const [start = 0, end = 0] = range.split('-').map(Number);
    return { id, author, tags: tags.split('+'), start, end };
  });

test.each<[name: string, before: TextMark[], after: TextMark[], moves: string[]]>([
  ['nothing, while nothing changed', marks('1 ann claim 0-4'), marks('1 ann claim 0-4'), []],
  ['the order of tags is no change', marks('1 ann claim+crux 0-4'), marks('1 ann crux+claim 0-4'), []],
  ['a new mark was added', [], marks('1 ann claim 0-4'), ['added ann  → claim 0-4']],
  ['one that is gone was removed', marks('1 ann claim 0-4'), [], ['removed ann claim 0-4 → ']],
  [
    'other tags on the same mark',
    marks('1 ann claim 0-4'),
    marks('1 ann crux 0-4'),
    ['retagged ann claim 0-4 → crux 0-4'],
  ],
  [
    'deleted and made again over some of the same words is one move',
    marks('1 ann claim 0-9'),
    marks('2 ann claim 4-12'),
    ['respanned ann claim 0-9 → claim 4-12'],
  ],
  [
    'and a retagging, where the tags differ too',
    marks('1 ann claim 0-9'),
    marks('2 ann crux 4-12'),
    ['retagged ann claim 0-9 → crux 4-12'],
  ],
  [
    'what lies beside it is another mark',
    marks('1 ann claim 0-4'),
    marks('2 ann claim 4-8'),
    ['removed ann claim 0-4 → ', 'added ann  → claim 4-8'],
  ],
  [
    'another person’s mark never stands for it',
    marks('1 ann claim 0-4'),
    marks('2 ben claim 0-4'),
    ['removed ann claim 0-4 → ', 'added ben  → claim 0-4'],
  ],
  [
    'of two candidates the one with more words in common',
    marks('1 ann claim 0-10'),
    marks('2 ann claim 8-20', '3 ann claim 1-10'),
    ['respanned ann claim 0-10 → claim 1-10', 'added ann  → claim 8-20'],
  ],
])('who moved: %s', (_, before, after, moves) => {
  const said = (mark: { tags: readonly string[]; start: number; end: number } | null) =>
    mark ? `${mark.tags.join('+')} ${mark.start}-${mark.end}` : '';
  expect(
    whoMoved(before, after).map(
      ({ kind, author, before, after }) => `${kind} ${author} ${said(before)} → ${said(after)}`,
    ),
  ).toEqual(moves);
});

test('marks are compared with few others, however many there are', () => {
  const count = 2_000;
  let looks = 0;
  const many = (side: string, people: number) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${side}${i}`,
      author: `${i % people}`,
      tags: ['claim'],
      start: 10 * i,
      get end() {
        looks++;
        return 10 * i + 8;
      },
    }));
  for (const people of [1, 50]) {
    looks = 0;
    expect(whoMoved(many('old', people), many('new', people))).toEqual([]);
    expect(looks).toBeLessThan(50 * count);
  }
});
