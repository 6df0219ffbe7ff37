import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { config } from '@/lib/server/config';

const header = 'x-forwarded-for';

/** Whom limits count as one visitor, by the address that `settleAddresses` left; without a server below, all are one. */
export const clientAddress = (headers: Headers): string => household(headers.get(header) ?? 'local');

/** Of an IPv6 address the network, 64 bits: whoever has one address there has them all. */
function household(address: string): string {
  if (isIP(address) !== 6) return address;
  const groups = (part = '') => part.split(':').filter(Boolean);
  const [before, after] = address.split('::');
  const [first, last] = [groups(before), groups(after)];
  const zeros = Array<string>(8 - first.length - last.length).fill('0');
  const network = [...first, ...zeros, ...last].slice(0, 4).map((group) => Number.parseInt(group, 16));
  return `${network.map((group) => group.toString(16)).join(':')}::/64`;
}

/**
 * The nearest address that is not a trusted proxy's, from the connection backwards through what proxies noted in
 * X-Forwarded-For. What stands further left is whatever the client liked to send.
 */
export function addressBehind(peer: string, forwarded: string, trusted: readonly string[]): string {
  const proxies = blockList(trusted);
  const hops = forwarded.split(',').map((hop) => plain(hop.trim()));
  let address = plain(peer);
  while (isIn(proxies, address)) {
    const before = hops.pop();
    if (before === undefined || isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** An IPv4 address that a socket for both families shows as IPv6. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const isIn = (list: BlockList, address: string) =>
  isIP(address) !== 0 && list.check(address, family(address));

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    if (prefix === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(prefix), family(address));
  }
  return list;
}

/** From now on each request's X-Forwarded-For is its client's address and nothing else: Next shows no connection. */
export function settleAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwarded = [request.headers[header] ?? []].flat().join(',');
    const peer = request.socket.remoteAddress ?? '';
    request.headers[header] = addressBehind(peer, forwarded, config().TRUSTED_PROXIES);
  });
}
