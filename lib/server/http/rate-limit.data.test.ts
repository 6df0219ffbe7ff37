import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LimitName } from './rate-limit';

/** What another instance would have loaded, on the same database. */
async function instance() {
  vi.resetModules();
  const { spend } = await import('./rate-limit');
  return spend;
}

let who: string;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: 1_800_000_000_000 });
  who = crypto.randomUUID();
});
afterEach(() => void vi.useRealTimers());

const refusal = (retryAfter: number) => ({ status: 429, code: 'too-many', extensions: { retryAfter } });

describe.each([
  ['import', 60, 600],
  ['export', 60, 600],
  ['invite', 60, 86_400],
  ['try-invitation', 10, 600],
  ['create-group', 30, 3600],
  ['sign-up', 10, 3600],
  ['sign-in', 20, 900],
  ['sign-in-account', 5, 900],
  ['sign-in-address', 20, 900],
  ['mail-account', 3, 3600],
  ['mail-address', 10, 3600],
] as [LimitName, number, number][])('%s', (name, points, seconds) => {
  test(`lets ${points} in ${seconds} s through on two instances together`, async () => {
    const [here, there] = [await instance(), await instance()];
    for (let n = 0; n < points; n++) await (n % 2 === 0 ? here : there)(name, who);
    for (const spend of [here, there]) await expect(spend(name, who)).rejects.toMatchObject(refusal(seconds));
    await here(name, `somebody else ${who}`);
    vi.setSystemTime(Date.now() + seconds * 1000 + 1);
    await there(name, who);
  });
});

describe.each([
  ['annotate', 60],
  ['edit', 120],
  ['react', 120],
  ['note', 240],
  ['connect', 120],
  ['token', 600],
  ['wrong-token', 30],
  ['visit', 120],
  ['measure', 120],
] as [LimitName, number][])('%s', (name, points) => {
  test(`lets ${points} a minute through, on each instance`, async () => {
    const [here, there] = [await instance(), await instance()];
    for (let n = 0; n < points; n++) await here(name, who);
    await expect(here(name, who)).rejects.toMatchObject(refusal(60));
    await there(name, who);
    await here(name, `somebody else ${who}`);
  });
});

test.each(['annotate', 'sign-in'] as const)('%s is told to wait whole seconds, rounded up', async (name) => {
  const spend = await instance();
  const { points, seconds } = {
    annotate: { points: 60, seconds: 60 },
    'sign-in': { points: 20, seconds: 900 },
  }[name];
  for (let n = 0; n < points; n++) await spend(name, who);
  const begun = Date.now();
  for (const [passed, left] of [
    [1, seconds],
    [999, seconds],
    [1000, seconds - 1],
    [seconds * 1000 - 1, 1],
  ] as const) {
    vi.setSystemTime(begun + passed);
    await expect(spend(name, who)).rejects.toMatchObject(refusal(left));
  }
});

test('nothing is let through that the database did not count', async () => {
  const away = new Error('ECONNREFUSED');
  vi.doMock('@/lib/server/data/database', () => ({ query: () => Promise.reject(away) }));
  const spend = await instance();
  await expect(spend('sign-in-account', who)).rejects.toBe(away);
  vi.doUnmock('@/lib/server/data/database');
});
