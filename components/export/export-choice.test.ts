import { expect, test } from 'vitest';
import { queryOf } from '@/lib/core/corpus/choice-address';
import { chosen, known, withFormat } from './export-choice';

test('a choice names only what is not as usual, in one order', () => {
  const choice = chosen(chosen(chosen({}, 'tags', 'crux'), 'essay', 'the-fox'), 'format', 'csv');
  expect(queryOf(choice)).toBe('essay=the-fox&format=csv&tags=crux');
  expect(queryOf(chosen(choice, 'tags', ''))).toBe('essay=the-fox&format=csv');
});

test('a link names its format, also where nobody chose one', () => {
  const formats = [{ name: 'jsonld' }, { name: 'csv' }];
  expect(queryOf(withFormat({ tags: 'crux' }, formats).whole)).toBe('format=jsonld&tags=crux');
  expect(queryOf(withFormat({ format: 'csv' }, formats).whole)).toBe('format=csv');
  expect(queryOf(withFormat({ format: 'gone' }, formats).whole)).toBe('format=jsonld');
});

test('of what a link asks for that is not here is said what it is, and the rest stays', () => {
  const here = { formats: [{ name: 'jsonld', title: 'W3C' }], tags: [{ slug: 'crux' }] };
  const whole = { format: 'jsonld', tags: 'crux', q: 'fox' };
  expect(known(whole, here)).toEqual({ choice: whole, unknown: [] });
  expect(known({}, here)).toEqual({ choice: {}, unknown: [] });
  expect(known({ format: 'nonsense', tags: 'nope,crux', q: 'fox' }, here)).toEqual({
    choice: { tags: 'crux', q: 'fox' },
    unknown: [
      'There is no format “nonsense”: W3C is chosen instead.',
      'This group has no tag “nope”: it is left out.',
    ],
  });
  expect(known({ tags: 'nope,nope' }, here)).toEqual({
    choice: {},
    unknown: ['This group has no tag “nope”: what bears any tag, or none, is chosen instead.'],
  });
});
