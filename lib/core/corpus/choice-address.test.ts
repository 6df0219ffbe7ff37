import { expect, test } from 'vitest';
import { exportPage, isEmptyTime, queryOf } from './choice-address';

test('a choice has one address, however it came about', () => {
  const query = 'essay=the-fox&format=csv&q=a+%26+b';
  expect(queryOf({ q: 'a & b', format: 'csv', essay: 'the-fox' })).toBe(query);
  expect(exportPage('night-school', { format: 'csv', q: 'a & b', essay: 'the-fox' })).toBe(
    `/g/night-school/export?${query}`,
  );
});

test.each([
  [{}, false],
  [{ from: '2026-11-02' }, false],
  [{ to: '2026-11-02' }, false],
  [{ from: '2026-11-01', to: '2026-11-02' }, false],
  [{ from: '2026-11-02', to: '2026-11-02' }, true],
  [{ from: '2026-11-02T08:00:00.000Z', to: '2026-11-02' }, true],
  // While a day is being typed.
  [{ from: '2026-11-02', to: 'yesterday' }, false],
])('whether the time of %o is empty', (choice, expected) => {
  expect(isEmptyTime(choice)).toBe(expected);
});
