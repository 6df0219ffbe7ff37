import { expect, test } from 'vitest';
import { firstFilter } from './case-filters';

const [open, changed, decided] = [{ status: 'open' }, { status: 'changed' }, { status: 'decided' }] as const;

test.each([
  ['who decides sees what is open', [decided], true, 'open'],
  ['others see what was decided', [open, decided], false, 'decided'],
  ['and everything where nothing was', [open, changed], false, 'all'],
] as const)('%s', (_, cases, decides, filter) => {
  expect(firstFilter(cases, decides)).toBe(filter);
});
