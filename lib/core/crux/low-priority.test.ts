import { expect, test } from 'vitest';
import { isRanked, knownContested, whyLow } from './low-priority';

test.each([
  ['people disagree and something rests on it', { contested: 0.4, load: 0.3, n: 6 }, null],
  ['nobody disagrees, whatever rests on it', { contested: 0, load: 0.3, n: 6 }, 'agreed'],
  ['nobody disagrees, and nobody said what rests on it', { contested: 1e-17, load: null, n: 6 }, 'agreed'],
  ['nothing rests on what they disagree about', { contested: 0.4, load: 0, n: 6 }, 'idle'],
  ['nobody said what rests on what they disagree about', { contested: 0.4, load: null, n: 6 }, 'unknown'],
  ['one alone has answered', { contested: 0, load: 0.3, n: 1 }, 'unknown'],
  ['nobody has answered', { contested: 0, load: null, n: 0 }, 'unknown'],
])('%s', (_name, parts, why) => {
  expect(whyLow({ ...parts, priority: Math.sqrt(parts.contested * (parts.load ?? 0)) })).toBe(why);
});

test.each([
  ['not yet, since one alone has answered', { contested: 0, load: 0.3, n: 1 }, false],
  [
    'not yet, since one alone has answered, though nothing rests on it',
    { contested: 0, load: 0, n: 1 },
    false,
  ],
  ['not yet, since nobody said what rests on it', { contested: 0.4, load: null, n: 6 }, false],
  ['since nobody disagrees', { contested: 0, load: null, n: 6 }, true],
  ['since nothing rests on it', { contested: 0.4, load: 0, n: 6 }, true],
])('a card has a rank, or %s', (_name, parts, is) => {
  expect(isRanked({ ...parts, priority: Math.sqrt(parts.contested * (parts.load ?? 0)) })).toBe(is);
});

test.each([
  ['nobody has answered', 0, null],
  ['one alone has answered', 1, null],
  ['two agree', 2, 0],
])('whether people disagree: %s', (_name, n, known) => {
  expect(knownContested({ contested: 0, n })).toBe(known);
});
