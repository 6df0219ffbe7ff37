import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { orNoTitle, orNothingHere } from '@/app/or-nothing-here';
import { config } from '@/lib/server/config';
import { problemResponse } from '@/lib/server/http/problem-response';
import { db, inSnapshot, query, transaction } from './database';

vi.mock('next/headers', () => ({ headers: async () => new Headers({ 'x-address': '/g/club' }) }));

const all = config().PG_POOL;
let free = () => {};
let taken: Promise<unknown>;

/** Every connection is in a transaction that goes on until `free`. */
async function takeAll() {
  const until = new Promise<void>((resolve) => {
    free = resolve;
  });
  let begun = 0;
  await new Promise<void>((resolve) => {
    const hold = () =>
      transaction(() => {
        if (++begun === all) resolve();
        return until;
      });
    taken = Promise.all(Array.from({ length: all }, hold));
  });
}

beforeEach(takeAll);
afterEach(async () => {
  vi.useRealTimers();
  free();
  await taken;
});

const one = () => query('one', 'SELECT 1 AS one', []);

describe('while all connections are taken', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a statement', one],
    ['a model', () => db().user.count()],
    ['a transaction', () => transaction(one)],
  ])('%s waits for one that comes back', async (_, work) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waiting = work();
    await vi.advanceTimersByTimeAsync(7_000);
    free();
    await expect(waiting).resolves.toBeDefined();
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a statement', one],
    ['a model', () => db().user.count()],
    ['a transaction', () => transaction(one)],
  ])('%s waits less than a browser does, and says when to come again', async (_, work) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = work().catch(problemResponse) as Promise<Response>;
    await vi.advanceTimersByTimeAsync(9_000);
    const { status, headers } = await answer;
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(await (await answer).json()).toMatchObject({ type: 'urn:cruxbook:busy' });
  });

  test('a snapshot waits once: its time in line counts', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const read = () =>
      inSnapshot(async function* () {
        yield 1;
      }).next();
    // Those before it hold every place, and wait for a connection themselves.
    const before = Array.from({ length: all / 2 }, read).map((one) => one.catch(problemResponse));
    await vi.advanceTimersByTimeAsync(4_000);
    const last = read().catch(problemResponse) as Promise<Response>;
    // At 8 s their time is over and it has a place; at 12 s its own is.
    await vi.advanceTimersByTimeAsync(8_100);
    expect((await last).status).toBe(503);
    expect((await Promise.all(before)) as Response[]).toMatchObject(
      Array.from({ length: all / 2 }, () => ({ status: 503 })),
    );
  });

  test('a page says that the server is busy', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const page = orNothingHere(async () => String(await one()));
    const title = orNoTitle(async () => ({ title: String(await one()) }));
    const shown = Promise.all([page({}), title({})]);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(await shown).toMatchObject([
      { props: { why: 'busy', address: '/g/club' } },
      { title: 'The server is busy' },
    ]);
  });
});

test('whoever reads snapshots leaves half of the connections to others, and each has their turn', async () => {
  free();
  await taken;
  let begun = 0;
  const reading = Array.from({ length: all }, () =>
    inSnapshot(async function* (): AsyncGenerator<number> {
      yield ++begun;
    }),
  );
  const first = reading.map((one) => one.next());
  await vi.waitFor(() => expect(begun).toBe(all / 2));
  await one();
  expect(begun).toBe(all / 2);
  await Promise.all(reading.map((one) => one.return(0)));
  await Promise.all(first);
  expect(begun).toBe(all);
});
