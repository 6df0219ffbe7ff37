import http from 'node:http';

export interface Listeners {
  /** Milliseconds from a call of `act` until each listener has the event that it causes. Infinite when it never came. */
  delaysOf(act: () => Promise<unknown>): Promise<number[]>;
  close(): void;
}

const patience = 5_000;

/** Opens one stream of server-sent events for each set of headers. */
export async function listenAll(url: string, headers: Record<string, string>[]): Promise<Listeners> {
  const agent = new http.Agent({ maxSockets: Infinity });
  let heard = (_listener: number) => {};
  const open = (own: Record<string, string>, listener: number) =>
    new Promise<void>((resolve, reject) => {
      const request = http.get(
        url,
        { agent, headers: { ...own, accept: 'text/event-stream' } },
        (response) => {
          if (response.statusCode !== 200) return reject(new Error(`${url}: ${response.statusCode}`));
          response.setEncoding('utf8').on('data', (text: string) => {
            resolve(); // the first bytes come when the stream is followed
            if (text.includes('event: annotation')) heard(listener);
          });
          response.on('error', () => {});
        },
      );
      request.on('error', reject);
    });
  for (let i = 0; i < headers.length; i += 50)
    await Promise.all(headers.slice(i, i + 50).map((own, k) => open(own, i + k)));
  return {
    async delaysOf(act) {
      const begun = performance.now();
      const delays = headers.map(() => Number.POSITIVE_INFINITY);
      let missing = headers.length;
      const all = new Promise<void>((resolve) => {
        heard = (listener) => {
          if (delays[listener] !== Number.POSITIVE_INFINITY) return;
          delays[listener] = performance.now() - begun;
          if (--missing === 0) resolve();
        };
      });
      await act();
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
      return delays;
    },
    close: () => agent.destroy(),
  };
}
