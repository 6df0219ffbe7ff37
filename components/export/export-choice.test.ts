import { expect, test } from 'vitest';
import { queryOf } from '@/lib/core/corpus/choice-address';
import { chosen, withFormat } from './export-choice';

test('a choice names only what is not as usual, in one order', () => {
  const choice = chosen(chosen(chosen({}, 'tags', 'crux'), 'essay', 'the-fox'), 'format', 'csv');
  expect(queryOf(choice)).toBe('essay=the-fox&format=csv&tags=crux');
  expect(queryOf(chosen(choice, 'tags', ''))).toBe('essay=the-fox&format=csv');
});

test('of a release nothing is chosen that it cannot have', () => {
  const choice = { asOf: '2026-11-01', visibility: 'all', parts: 'texts,moderation', tags: 'crux' };
  expect(chosen(choice, 'release', '2')).toEqual({ release: '2', parts: 'texts', tags: 'crux' });
  expect(chosen({ parts: 'moderation' }, 'release', '2')).toEqual({ release: '2', parts: 'texts' });
  expect(chosen({ release: '2', tags: 'crux' }, 'release', '')).toEqual({ tags: 'crux' });
  expect(chosen(choice, 'tags', '')).toEqual({
    asOf: '2026-11-01',
    visibility: 'all',
    parts: 'texts,moderation',
  });
});

test('a link names its format, also where nobody chose one', () => {
  const formats = [{ name: 'jsonld' }, { name: 'csv' }];
  expect(queryOf(withFormat({ tags: 'crux' }, formats).whole)).toBe('format=jsonld&tags=crux');
  expect(queryOf(withFormat({ format: 'csv' }, formats).whole)).toBe('format=csv');
  expect(queryOf(withFormat({ format: 'gone' }, formats).whole)).toBe('format=jsonld');
});
