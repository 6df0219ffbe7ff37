import autocannon from 'autocannon';

export interface Load {
  /** One, or several that are asked in turn by each client. */
  url: string | string[];
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** Sent in turn. */
  bodies?: string[];
  /** Requests in all, by 16 clients at once. */
  amount: number;
  /** That every answer must have; without it any success. */
  status?: number;
}

/** Asks as fast as it is answered; gives answers per second. Throws when one fails. */
export async function answersPerSecond(load: Load): Promise<number> {
  const { url, method = 'GET', headers = {}, bodies, amount, status } = load;
  const urls = [url].flat().map((one) => new URL(one));
  const paths = urls.map(({ pathname, search }) => pathname + search);
  const requests = bodies
    ? bodies.map((body) => ({ method, path: paths[0]!, body, headers }))
    : paths.map((path) => ({ method, path, headers }));
  const begun = performance.now();
  let ended = begun;
  const run = autocannon({ url: urls[0]!.origin, connections: 16, amount, requests });
  // Its own clock only knows whole seconds.
  run.on('response', () => {
    ended = performance.now();
  });
  const result = await run;
  const good = status ? (result.statusCodeStats[status]?.count ?? 0) : result['2xx'];
  if (good !== amount) throw new Error(`${urls[0]}: ${good} of ${amount} answers as expected.`);
  return (amount / (ended - begun)) * 1000;
}
