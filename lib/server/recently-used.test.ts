import { describe, expect, test } from 'vitest';
import { RecentlyUsed } from './recently-used';

describe('what was used recently', () => {
  const kept = (capacity: number, ...words: string[]) => {
    const cache = new RecentlyUsed<string>(capacity, (word) => word.length);
    for (const word of words) cache.set(word[0]!, word);
    return cache;
  };
  const found = (cache: RecentlyUsed<string>) => ['a', 'b', 'c'].map((key) => cache.get(key));

  test('is kept as long as all of it fits', () => {
    expect(found(kept(9, 'aaa', 'bbb', 'ccc'))).toEqual(['aaa', 'bbb', 'ccc']);
  });

  test('is kept before what was used earlier', () => {
    expect(found(kept(8, 'aaa', 'bbb', 'ccc'))).toEqual([undefined, 'bbb', 'ccc']);
    const cache = kept(8, 'aaa', 'bbb');
    cache.get('a');
    cache.set('c', 'ccc');
    expect(found(cache)).toEqual(['aaa', undefined, 'ccc']);
  });

  test('counts once when it is set again', () => {
    expect(found(kept(7, 'aaa', 'a', 'bbb', 'ccc'))).toEqual(['a', 'bbb', 'ccc']);
  });

  test('is not pushed out by what would never fit', () => {
    expect(found(kept(4, 'aaa', 'bbbbb'))).toEqual(['aaa', undefined, undefined]);
  });
});
