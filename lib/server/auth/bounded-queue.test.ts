import { expect, test } from 'vitest';
import { BoundedQueue } from './bounded-queue';

/** Pieces of work that end when they are told to, and what has begun of them. */
function works() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => () => {
    begun.push(n);
    return new Promise<number>((resolve) => {
      ends[n] = () => resolve(n);
    });
  };
  return { begun, work, end: (n: number) => ends[n]?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('as much runs at once as there are slots, and the rest in order', async () => {
  const queue = new BoundedQueue(2, 10);
  const { begun, work, end } = works();
  const all = [0, 1, 2, 3].map((n) => queue.run(work(n)));
  await settled();
  expect(begun).toEqual([0, 1]);
  end(1);
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  end(0);
  await settled();
  end(2);
  end(3);
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
});

test('what finds the queue full is refused, and what waits is not', async () => {
  const queue = new BoundedQueue(1, 2);
  const { begun, work, end } = works();
  const all = [0, 1, 2].map((n) => queue.run(work(n)));
  await expect(queue.run(work(3))).rejects.toMatchObject({
    status: 503,
    code: 'busy',
    extensions: { retryAfter: 2 },
  });
  for (const n of [0, 1, 2]) {
    await settled();
    end(n);
  }
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2]);
});

test('work that fails gives its slot on', async () => {
  const queue = new BoundedQueue(1, 1);
  const failing = queue.run(() => Promise.reject(new Error('no')));
  const next = queue.run(async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await queue.run(async () => 'again')).toBe('again');
});
