import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { software } from './software';

test('is of the version that package.json says', () => {
  expect(software.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
});
