import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { afterEach, expect, test } from 'vitest';

/** A server with an open stream, a slow answer, and our way to end. It says its port to its parent. */
const program = `
  import http from 'node:http';
  import { endGracefully, isDraining, onShutdown } from './lib/server/shutdown.ts';
  endGracefully();
  const order = [];
  let stream;
  onShutdown(() => { order.push('first'); stream?.end('bye'); });
  onShutdown(() => { throw new Error('a closer that fails'); });
  onShutdown(async () => { order.push('second'); });
  const server = http.createServer((request, response) => {
    if (request.url === '/stream') { stream = response; response.write('hello '); }
    else if (request.url === '/slow') setTimeout(() => response.end(order.join(' ') + ' ' + isDraining()), 600);
    else response.end('ok');
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
`;

let child: ChildProcess;
afterEach(() => void child.kill('SIGKILL'));

async function startServer(): Promise<number> {
  const flags = ['--conditions=react-server', '--import=tsx', '--input-type=module'];
  child = spawn(process.execPath, [...flags, '-e', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [port] = (await once(child, 'message')) as [number];
  return port;
}

async function get(port: number, path: string) {
  const [response] = (await once(http.get({ host: '127.0.0.1', port, path }), 'response')) as [
    http.IncomingMessage,
  ];
  let text = '';
  response.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { text: once(response, 'end').then(() => text) };
}

test.each<[string, () => void]>([
  ['it is asked to end', () => child.kill('SIGTERM')],
  ['whoever started it is gone', () => child.disconnect()],
])('when %s, it closes streams in order, finishes answers, and ends', async (_, ask) => {
  const port = await startServer();
  const stream = await get(port, '/stream');
  const slow = get(port, '/slow');
  await get(port, '/').then(({ text }) => text);
  const ended = once(child, 'exit');
  ask();
  expect(await stream.text).toBe('hello bye');
  expect(await (await slow).text).toBe('first second true');
  expect((await ended)[0]).toBe(0);
});
