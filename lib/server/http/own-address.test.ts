import { expect, test } from 'vitest';
import { ownAddress } from './own-address';

test.each([
  ['localhost for 127.0.0.1', 'localhost:3000', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000/g/a?b=c'],
  ['127.0.0.1 for localhost', '127.0.0.1:3000', 'http://localhost:3000', 'http://localhost:3000/g/a?b=c'],
  ['IPv6', '[::1]:3000', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000/g/a?b=c'],
  ['the right name', '127.0.0.1:3000', 'http://127.0.0.1:3000', undefined],
  ['another port, as through a tunnel', 'localhost:8080', 'http://127.0.0.1:3000', undefined],
  ['a name that a proxy in front uses', 'app:3000', 'https://essays.example', undefined],
  ['loopback behind a proxy', '127.0.0.1:3000', 'https://essays.example', undefined],
  ['no name', null, 'http://127.0.0.1:3000', undefined],
  ['nonsense', 'a b', 'http://127.0.0.1:3000', undefined],
])('%s', (_, host, appUrl, address) => {
  expect(ownAddress('/g/a?b=c', host, appUrl)?.href).toBe(address);
});

test('a path of two slashes stays on this machine', () => {
  expect(ownAddress('//evil.example/', 'localhost:3000', 'http://127.0.0.1:3000')?.host).toBe(
    '127.0.0.1:3000',
  );
});
