import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { config } from '@/lib/server/config';

const header = 'x-forwarded-for';

/** The client's address, as `settleAddresses` left it; without a server below, all visitors are one. */
export const clientAddress = (headers: Headers): string => headers.get(header) ?? 'local';

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
