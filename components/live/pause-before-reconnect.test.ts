import { expect, test } from 'vitest';
import { pauseBeforeReconnect } from './pause-before-reconnect';

test.each([
  { failures: 1, random: 0, pause: 500 },
  { failures: 1, random: 1, pause: 1000 },
  { failures: 2, random: 1, pause: 2000 },
  { failures: 4, random: 0, pause: 2500 },
  { failures: 40, random: 1, pause: 5000 },
])('after $failures failures a page comes back within $pause ms', ({ failures, random, pause }) => {
  expect(pauseBeforeReconnect(failures, random)).toBe(pause);
});
