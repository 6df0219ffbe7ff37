import { expect, test } from 'vitest';
import { exportPage, queryOf } from './choice-address';

test('a choice has one address, however it came about', () => {
  const query = 'essay=the-fox&format=csv&q=a+%26+b';
  expect(queryOf({ q: 'a & b', format: 'csv', essay: 'the-fox' })).toBe(query);
  expect(exportPage('night-school', { format: 'csv', q: 'a & b', essay: 'the-fox' })).toBe(
    `/g/night-school/export?${query}`,
  );
});
