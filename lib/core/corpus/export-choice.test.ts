import { expect, test } from 'vitest';
import { choiceInUrl, ExportChoice } from './export-choice';

test.each([
  [{}],
  [{ tags: 'crux,claim', named: 'true', salt: 'autumn' }],
  [{ scope: 'mine', visibility: 'all', status: 'open', parts: 'texts' }],
  // No part at all is another choice than the usual ones.
  [{ parts: '' }],
])('%o is written as it was given', (given) => {
  expect(choiceInUrl(ExportChoice.parse(given))).toEqual(given);
});

test('a day becomes the moment at which it begins, and what is as usual is not named', () => {
  const choice = ExportChoice.parse({ from: '2026-11-01', named: 'false', scope: 'group' });
  expect(choiceInUrl(choice)).toEqual({ from: '2026-11-01T00:00:00.000Z' });
  expect(ExportChoice.parse(choiceInUrl(choice))).toEqual(choice);
});

test('a moment is itself, however exact and in whatever zone', () => {
  const asOf = (given: string) => ExportChoice.safeParse({ asOf: given }).data?.asOf;
  expect(asOf('2026-11-19T12:00:00Z')).toBe('2026-11-19T12:00:00.000Z');
  expect(asOf('2026-11-19T12:00:00.123456+02:00')).toBe('2026-11-19T10:00:00.123Z');
  for (const none of ['0000-12-31', '0001-01-01T00:00:00+02:00', '9999-12-31T23:59:59-02:00', '2026-02-30'])
    expect(asOf(none)).toBeUndefined();
  const { error } = ExportChoice.safeParse({ asOf: 'autumn' });
  expect(error?.issues[0]?.message).toMatch(/^Give a day such as 2026-11-01, or a moment/);
});
