import { expect, test } from 'vitest';
import { hasTitle, repeatedTitles } from './same-title';

test.each([
  ['the same', 'On Trust', true],
  ['in other letters', 'on TRUST', true],
  ['with other spaces', ' On\u00a0 Trust ', true],
  ['another', 'On Trusts', false],
  ['none', ' ', false],
])('a title is found among others when it looks alike: %s', (_, title, found) => {
  expect(hasTitle(['Why', 'On Trust', ''], title)).toBe(found);
});

test('titles that stand once are not repeated', () => {
  expect([...repeatedTitles(['On Trust', 'Why', 'On trust'])]).toEqual(['On Trust', 'On trust']);
  expect(repeatedTitles(['On Trust', 'Why']).size).toBe(0);
});
