import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { db } from '@/lib/server/data/database';
import { runDue } from '@/lib/server/jobs/worker';

export interface Received {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server that notes what it is sent, and answers by the path: with a status, not at all, elsewhere, or without end. */
export async function receiver() {
  const received: Received[] = [];
  const hanging = new Set<() => void>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const { url: path = '', headers } = request;
      received.push({ path, headers, body });
      if (path === '/hang') hanging.add(() => response.end());
      else if (path === '/redirect') response.writeHead(302, { location: '/ok' }).end();
      else if (path === '/endless') {
        response.writeHead(200);
        const more = () =>
          response.destroyed || response.write('x'.repeat(65_536), () => setTimeout(more, 1));
        more();
      } else response.writeHead(Number(/^\/(\d{3})/.exec(path)?.[1] ?? 200)).end('thanks');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    for (const end of hanging) end();
    server.closeAllConnections();
    server.close();
  };
  return { received, port, site: `http://127.0.0.1:${port}`, stop };
}

const everyMessage = { where: { kind: 'webhook' } } as const;

/** As if the time of every message had come. */
export async function later(): Promise<number> {
  await db().webhook.updateMany({ data: { restUntil: null } });
  await db().job.updateMany({ ...everyMessage, data: { runAt: new Date(0) } });
  return runDue('webhook');
}

export async function forgetWebhooks(): Promise<void> {
  await db().job.deleteMany(everyMessage);
  await db().webhook.deleteMany({});
}
