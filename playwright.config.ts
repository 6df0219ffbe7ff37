import { defineConfig } from '@playwright/test';

/** Journeys in a real browser against a site that `npm test` started and names in the environment. */
export default defineConfig({
  testDir: 'e2e',
  retries: 1, // `npm test` names what needed it
  workers: 2,
  timeout: 60_000, // a busy machine is no failure
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    baseURL: process.env.APP_URL ?? 'http://127.0.0.1:3000',
    trace: 'on-first-retry', // recording every first try takes a good part of the whole time
    launchOptions: {
      ...(process.env.CRUXBOOK_CHROMIUM ? { executablePath: process.env.CRUXBOOK_CHROMIUM } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
