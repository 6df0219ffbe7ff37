import net from 'node:net';
import { expect, test } from 'vitest';
import { freePort, whyNotListen } from './processes.mjs';

test('a free port can be listened on', async () => {
  expect(await whyNotListen(await freePort())).toBeNull();
});

test('a taken port, and an address of another machine, say why not', async () => {
  const port = await freePort();
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  try {
    expect(await whyNotListen(port)).toBe('EADDRINUSE');
    expect(await whyNotListen(port, '192.0.2.1')).toBe('EADDRNOTAVAIL');
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
