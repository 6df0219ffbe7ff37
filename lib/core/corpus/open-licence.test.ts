import { expect, test } from 'vitest';
import { openLicence } from './open-licence';

test.each([
  ['CC BY 4.0', 'CC-BY-4.0'],
  ['CC-BY-SA-3.0', 'CC-BY-SA-3.0'],
  ['cc by-nc-nd', 'CC-BY-NC-ND-4.0'],
  ['https://creativecommons.org/licenses/by-sa/4.0/', 'CC-BY-SA-4.0'],
  ['Creative Commons Attribution-ShareAlike 4.0 International', 'CC-BY-SA-4.0'],
  ['Creative Commons Attribution-NonCommercial-NoDerivatives 4.0', 'CC-BY-NC-ND-4.0'],
  ['CC0', 'CC0-1.0'],
  ['CC0 1.0 Universal', 'CC0-1.0'],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
  ['Creative Commons Zero', 'CC0-1.0'],
  ['Public domain', 'LicenseRef-public-domain'],
  ['https://creativecommons.org/publicdomain/mark/1.0/', 'LicenseRef-public-domain'],
])('%s is %s', (words, spdx) => {
  expect(openLicence(words)?.spdx).toBe(spdx);
});

test('names where the licence is published', () => {
  expect(openLicence('CC BY-SA 4.0')?.url).toBe('https://creativecommons.org/licenses/by-sa/4.0/');
});

test.each([
  null,
  '',
  'All rights reserved',
  '© 2024 by A',
  'by permission',
  'not in the public domain',
  'Mark Lee, all rights reserved',
  'Zero reuse without leave',
  'cc',
])('%j lets nothing be passed on', (words) => {
  expect(openLicence(words)).toBeNull();
});
