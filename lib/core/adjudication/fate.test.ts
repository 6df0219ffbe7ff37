import { expect, test } from 'vitest';
import type { Verdict } from './decisions-in-force';
import { fateOf } from './fate';

const mark = (start: number, ...tags: string[]) => ({ id: `${start} ${tags}`, start, end: 9, tags });

test.each<[Verdict, ReturnType<typeof mark>[], string]>([
  ['accept', [mark(0, 'crux', 'claim')], 'kept'],
  ['accept', [mark(0, 'crux')], 'not kept'],
  ['accept', [mark(1, 'claim', 'crux')], 'not kept'],
  ['change', [mark(1, 'claim', 'crux')], 'changed'],
  ['change', [mark(1, 'claim'), mark(0, 'claim', 'crux')], 'kept'],
  ['plural', [mark(0, 'claim', 'crux'), mark(1, 'claim')], 'kept'],
  ['plural', [mark(1, 'claim'), mark(2, 'claim')], 'not kept'],
  ['reject', [], 'not kept'],
])('a claim and crux, once it is decided to %s %j, is %s', (verdict, marks, fate) => {
  expect(fateOf({ verdict, marks }, mark(0, 'claim', 'crux'))).toBe(fate);
});
