import { expect, test } from 'vitest';
import { isOutside, leadsInside, lookupOutside } from './outside-address';

test.each([
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '198.18.0.1',
  '192.0.2.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  '2001::1',
  'localhost',
  '',
  '8.8.8.8.8',
])('%s is inside', (address) => {
  expect(isOutside(address)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '1.1.1.1', '2606:4700::1111', '2a00:1450:4001::1'])(
  '%s is outside',
  (address) => {
    expect(isOutside(address)).toBe(true);
  },
);

test('a name that leads inside is not looked up to a connection', async () => {
  const error = await new Promise((resolve) => lookupOutside('localhost', {}, resolve));
  expect(error).toMatchObject({ code: 'inside' });
});

test.each([
  ['https://127.0.0.1/', true],
  ['https://2130706433/', true],
  ['https://[::1]/', true],
  ['https://localhost/', true],
  ['https://8.8.8.8/', false],
  ['https://[2606:4700::1111]/', false],
  ['https://nobody.invalid/', false],
])('the host of %s leads inside: %s', async (url, isInside) => {
  expect(await leadsInside(new URL(url).hostname)).toBe(isInside);
});
