import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { addressBehind, clientAddress, settleAddresses } from './client-address';

test.each([
  ['nobody is trusted: the connection counts', '203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
  ['a trusted proxy tells the client', '127.0.0.1', '198.51.100.1', ['127.0.0.1'], '198.51.100.1'],
  ['what the client invents stands further left', '10.1.2.3', '1.1.1.1, 2.2.2.2', ['10.0.0.0/8'], '2.2.2.2'],
  ['proxies before proxies', '10.1.2.3', '1.1.1.1, 2.2.2.2, 10.9.9.9', ['10.0.0.0/8'], '2.2.2.2'],
  ['a proxy that notes nothing', '127.0.0.1', '', ['127.0.0.1'], '127.0.0.1'],
  ['a proxy that notes nonsense', '127.0.0.1', 'unknown', ['127.0.0.1'], '127.0.0.1'],
  ['IPv4 seen through IPv6', '::ffff:127.0.0.1', '198.51.100.1', ['127.0.0.1'], '198.51.100.1'],
  ['IPv6', '2001:db8::1', '2001:db8:1::7', ['2001:db8::/64'], '2001:db8:1::7'],
] as const)('%s', (_, peer, forwarded, trusted, address) => {
  expect(addressBehind(peer, forwarded, trusted)).toBe(address);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['1::2:3:4:5:6', '1:0:0:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
])('limits count %s as %s', (address, counted) => {
  expect(clientAddress(new Headers({ 'x-forwarded-for': address }))).toBe(counted);
});

test('a client cannot choose the address that its request is counted under', async () => {
  process.env.DATABASE_URL ??= 'postgres://nobody@localhost/none';
  process.env.AUTH_SECRET ??= 'x'.repeat(40);
  settleAddresses();
  const server = createServer((request, response) => response.end(request.headers['x-forwarded-for']));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const seen = await new Promise<string>((resolve) =>
    get({ port, headers: { 'x-forwarded-for': '6.6.6.6, 7.7.7.7' } }, (answer) => {
      answer.setEncoding('utf8').once('data', resolve);
    }),
  );
  server.close();
  expect(seen).toBe('127.0.0.1');
});
