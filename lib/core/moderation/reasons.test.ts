import { expect, test } from 'vitest';
import { appeal, isReason, reasonKeys, reasonName, reasons } from './reasons';

test('every reason but "something else" has words for the author', () => {
  expect(reasonKeys.filter((key) => reasons[key].told === '')).toEqual(['other']);
});

test('an appeal is no reason to hide anything', () => {
  expect(isReason(appeal)).toBe(false);
});

test.each([
  ['spam', 'Advertising'],
  ['appeal', 'Asks for another look'],
  ['', ''],
])('%o is called %o', (key, name) => {
  expect(reasonName(key)).toBe(name);
});
