import { expect, test } from 'vitest';
import { isThisMachine } from './this-machine';

test.each([
  ['http://localhost:3000/invite/a', true],
  ['http://127.0.0.1:3000', true],
  ['http://127.1.2.3', true],
  ['http://[::1]:3000', true],
  ['https://read.example.org/invite/a', false],
  ['http://192.168.1.5:3000', false],
  ['https://localhost.example.org', false],
])('%s leads to the machine of whoever opens it: %s', (address, expected) => {
  expect(isThisMachine(address)).toBe(expected);
});
