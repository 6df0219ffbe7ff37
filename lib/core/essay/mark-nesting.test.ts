import { describe, expect, test } from 'vitest';
import type { Mark } from './document';
import { type LineMark, nested, sharedDepth } from './mark-nesting';

const link = (href: string): Mark => ({ type: 'link', attrs: { href } });
const note = (id: string): Mark => ({ type: 'footnoteReference', attrs: { id } });
const bold: Mark = { type: 'bold' };
const code: Mark = { type: 'code' };
const highlight: LineMark = { type: 'highlight' };

test('links stand around highlights, those around looks, and code holds nothing', () => {
  expect(nested([code, bold, highlight, link('a')])).toEqual([link('a'), highlight, bold, code]);
});

describe('what stays open for the next words', () => {
  const cases: [name: string, open: LineMark[], next: LineMark[], depth: number][] = [
    ['nothing at the beginning', [], [bold], 0],
    ['all that goes on', [link('a'), bold], [link('a'), bold, code], 2],
    ['nothing in a link that ends', [link('a'), bold], [bold], 0],
    ['nothing in a link to elsewhere', [link('a'), bold], [link('b'), bold], 0],
    ['nothing in the sign of another note', [note('1')], [note('2')], 0],
    ['the same note', [note('1'), bold], [note('1')], 1],
  ];
  test.each(cases)('%s', (_name, open, next, depth) => {
    expect(sharedDepth(open, next)).toBe(depth);
  });
});
