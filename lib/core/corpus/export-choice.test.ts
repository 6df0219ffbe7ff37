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
