import { describe, expect, test } from 'vitest';
import { type TextList, textListAt } from './text-list';

const at = (text: string, isWrapped = false) => textListAt(text.split('\n'), 0, isWrapped);
const bullets = (end: number, ...items: string[][]): TextList => ({ ordered: false, start: 1, items, end });
const numbers = (start: number, end: number, ...items: string[][]): TextList => ({
  ordered: true,
  start,
  items,
  end,
});

describe('lists in plain text', () => {
  test.each<[name: string, text: string, list: TextList | undefined]>([
    ['dashes', '- a\n- b', bullets(2, ['a'], ['b'])],
    ['stars, with blank lines', '* a\n\n* b\n\nc', bullets(3, ['a'], ['b'])],
    ['round bullets, indented', '  • a\n  • b', bullets(2, ['a'], ['b'])],
    ['indents that waver by one', '- a\n - b', bullets(2, ['a'], ['b'])],
    ['numbers', '1. a\n2. b\n3. c', numbers(1, 3, ['a'], ['b'], ['c'])],
    ['numbers from nine to ten', ' 9. a\n10. b', numbers(9, 2, ['a'], ['b'])],
    ['an item of several paragraphs', '- a\n\n  b\n\n- c', bullets(5, ['a', '', 'b'], ['c'])],
    [
      'an item whose text is indented by more',
      '1. a\n\n      b\n2. c',
      numbers(1, 4, ['a', '', '   b'], ['c']),
    ],
    ['a list inside an item', '- a\n  - b\n  - c\n- d', bullets(4, ['a', '- b', '- c'], ['d'])],
    ['text right after the list is not part of it', '- a\n- b\nc', bullets(2, ['a'], ['b'])],
    ['another kind of list ends it', '- a\n- b\n1. c', bullets(2, ['a'], ['b'])],
    ['one item is no list', '- a\nb', undefined],
    ['numbers that jump', '1. a\n3. b', undefined],
    ['numbers that stand still', '1. a\n1. b', undefined],
    ['a year that begins a line', '1999. It rained.\n2007. It did not.', undefined],
    ['a dash without a space', '-a\n-b', undefined],
    ['a dash without text', '- \n- ', undefined],
    ['a number with a bracket', '1) a\n2) b', undefined],
    ['prose', 'a\nb', undefined],
  ])('%s', (_name, text, list) => {
    expect(at(text)).toEqual(list);
  });

  test('in wrapped text an item goes on without indent, but not after a blank line', () => {
    expect(at('- a\nb\n- c\n\nd', true)).toEqual(bullets(3, ['a', 'b'], ['c']));
  });
});
