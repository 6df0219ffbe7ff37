import 'server-only';
import { lookup as resolve } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** IPv4 that is not somebody else's machine on the Internet: https://www.iana.org/assignments/iana-ipv4-special-registry */
const inside = new BlockList();
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
])
  inside.addSubnet(...networkOf(network), 'ipv4');
/** Within 2000::/3: Teredo, benchmarks and ORCHID, documentation, 6to4 (which holds any IPv4), documentation again. */
for (const network of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])
  inside.addSubnet(...networkOf(network), 'ipv6');
/** All that is given to machines on the Internet; loopback, mapped IPv4, NAT64, private and link-local lie outside. */
const internet = new BlockList();
internet.addSubnet('2000::', 3, 'ipv6');

function networkOf(text: string): [string, number] {
  const [address = '', bits] = text.split('/');
  return [address, Number(bits)];
}

/** Whether an IP address belongs to a machine on the Internet, rather than to this one or its neighbours. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, 'ipv4');
  return family === 6 && internet.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

/** That somebody would have us call a machine which only we can reach. */
export class InsideAddress extends Error {
  override name = 'InsideAddress';
  readonly code = 'inside';
}

/**
 * Resolves names for a connection, which is made to the address that was checked: a name that is resolved twice may mean
 * something else the second time. One bad address among several is enough.
 */
export const lookupOutside: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isOutside(address)))
      return callback(new InsideAddress('not an address on the Internet'), '', 0);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

/** Milliseconds for the looking up of a name before anything is sent there. */
const patience = 3_000;

/**
 * Whether the host of a URL is this machine or a neighbour of it, as far as can be known before a connection is made: a name
 * that leads nowhere now, or takes long to be looked up, may lead anywhere later, and is looked up again then.
 */
export async function leadsInside(hostname: string): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return !isOutside(host);
  const addresses = await Promise.race([
    lookup(host, { all: true }).catch(() => []),
    setTimeout(patience, [], { ref: false }),
  ]);
  return addresses.some(({ address }) => !isOutside(address));
}
