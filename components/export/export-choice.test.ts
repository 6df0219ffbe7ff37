import { expect, test } from 'vitest';
import { chosen, queryOf, withoutFormat } from './export-choice';

test('a choice names only what is not as usual, in one order', () => {
  const choice = chosen(chosen(chosen({}, 'tags', 'crux'), 'essay', 'the-fox'), 'format', 'csv');
  expect(queryOf(choice)).toBe('essay=the-fox&format=csv&tags=crux');
  expect(queryOf(chosen(choice, 'tags', ''))).toBe('essay=the-fox&format=csv');
  expect(queryOf(withoutFormat(choice))).toBe('essay=the-fox&tags=crux');
});
