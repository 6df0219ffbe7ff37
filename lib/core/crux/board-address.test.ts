import { describe, expect, test } from 'vitest';
import { type BoardAddress, boardSearch, filterCount, unfiltered } from './board-address';
import { readBoardAddress } from './read-board-address';

const read = (search: string) => readBoardAddress(Object.fromEntries(new URLSearchParams(search)));

describe('the address of the board', () => {
  test.each<[string, BoardAddress]>([
    ['nothing asked', unfiltered],
    ['a view and an order', { view: 'ranking', sort: 'load' }],
    [
      'every filter',
      {
        view: 'board',
        sort: 'changed',
        kind: 'crux',
        status: 'canonical',
        essay: 'the-fox',
        q: 'rain & 100 %',
        contested: true,
        mine: true,
      },
    ],
  ])('says what is shown, and is read back: %s', (_, address) => {
    expect(read(boardSearch(address))).toEqual(address);
  });

  test('is bare when nothing is asked', () => {
    expect(boardSearch(unfiltered)).toBe('');
  });

  test('leaves out what it does not understand', () => {
    expect(read('?view=luck&sort=luck&kind=fact&status=gone&essay=&q=%20&contested=1&mine=no')).toEqual(
      unfiltered,
    );
    expect(readBoardAddress({ q: ['rain', 'sun'], kind: ['crux', 'claim'] })).toEqual({
      ...unfiltered,
      q: 'rain',
    });
  });

  test('counts filters, but neither view nor order', () => {
    expect(filterCount({ view: 'ranking', sort: 'load' })).toBe(0);
    expect(filterCount({ ...unfiltered, q: 'rain', mine: true })).toBe(2);
  });
});
