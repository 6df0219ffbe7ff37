import { expect, test, vi } from 'vitest';

test.each([
  ['https://reading.example:8443', ['reading.example']],
  ['http://127.0.0.1:3000', ['127.0.0.1']],
  ['', []],
])('in development people may come by the name in APP_URL: "%s"', async (address, hosts) => {
  vi.stubEnv('APP_URL', address);
  vi.resetModules();
  const { default: config } = await import('@/next.config.js');
  expect(config.allowedDevOrigins).toEqual(hosts);
});
