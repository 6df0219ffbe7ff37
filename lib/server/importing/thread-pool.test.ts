import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { type TaskGivenUp, ThreadPool } from './thread-pool';

/** Answers in its own way by what it is asked; `threadId` tells threads apart. */
const script = `
  const { parentPort, threadId } = require('node:worker_threads');
  const deeds = {
    name: () => threadId,
    parts: () => { for (let n = 1; n < 100; n++) parentPort.postMessage({ part: n }); return 100; },
    never: () => { for (;;); },
    fail: () => { throw new TypeError('Not to be done'); },
    swell: () => { const all = []; for (;;) all.push(new Array(1e5).fill({})); },
    wait: (flag) => { Atomics.wait(flag, 0, 0); return threadId; },
  };
  parentPort.on('message', ([deed, argument]) => parentPort.postMessage(deeds[deed](argument)));
`;
type Task = [deed: string, argument?: Int32Array];

const opened: Worker[] = [];
function poolOf(limits: Partial<ConstructorParameters<typeof ThreadPool>[1]> = {}) {
  const open = () => {
    const thread = new Worker(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
    opened.push(thread);
    return thread;
  };
  return new ThreadPool<Task, number, number>(open, {
    threads: 1,
    waiting: 9,
    time: 60_000,
    idle: 60_000,
    ...limits,
  });
}

/** A task that ends when it is told to, so that no test depends on how fast anything is. */
function gate() {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const open = () => {
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  };
  return { task: ['wait', flag] satisfies Task, open };
}

const reason = (error: unknown) => (error as TaskGivenUp).reason;

afterEach(() => Promise.all(opened.splice(0).map((thread) => thread.terminate())));

test('an answer that comes in parts is taken in their order, and ends with its last', async () => {
  const pool = poolOf();
  const parts: number[] = [];
  const take = (part: number) => parts.push(part);
  expect(await pool.run(['parts'], take)).toBe(100);
  expect(parts).toEqual(Array.from({ length: 99 }, (_, i) => i + 1));
});

test('a thread that is done takes the next task', async () => {
  const pool = poolOf();
  const first = await pool.run(['name']);
  expect(await pool.run(['name'])).toBe(first);
});

test('no more threads work than may, and the rest wait their turn', async () => {
  const pool = poolOf({ threads: 2 });
  const gates = [gate(), gate(), gate(), gate()];
  const tasks = gates.map(({ task }) => pool.run(task));
  for (const { open } of gates) open();
  expect(new Set(await Promise.all(tasks)).size).toBe(2);
  expect(opened).toHaveLength(2);
});

test('a task for which there is no room is refused at once, and room comes back', async () => {
  const pool = poolOf({ waiting: 1 });
  const { task, open } = gate();
  const [works, waits] = [pool.run(task), pool.run(['name'])];
  expect(await pool.run(['name']).catch(reason)).toBe('busy');
  open();
  expect(await waits).toBe(await works);
  expect(await pool.run(['name'])).toBe(await works);
});

test('a task that takes too long is given up with its thread, and the next has a new one', async () => {
  const pool = poolOf({ time: 3_000 });
  const first = await pool.run(['name']);
  expect(await pool.run(['never']).catch(reason)).toBe('time');
  expect(await pool.run(['name'])).not.toBe(first);
});

test('a task that takes too much memory is given up', async () => {
  const pool = poolOf();
  expect(await pool.run(['swell']).catch(reason)).toBe('memory');
  expect(await pool.run(['name'])).toBeGreaterThan(0);
});

test('an error of the thread is the caller’s', async () => {
  const pool = poolOf();
  await expect(pool.run(['fail'])).rejects.toThrow(new TypeError('Not to be done'));
  expect(await pool.run(['name'])).toBeGreaterThan(0);
});

test('threads without a task end', async () => {
  const pool = poolOf({ idle: 1 });
  await pool.run(['name']);
  await new Promise((resolve) => opened[0]!.once('exit', resolve));
  expect(await pool.run(['name'])).toBeGreaterThan(0);
  expect(opened).toHaveLength(2);
});

test('threads without a task end, also when the last task failed in another', async () => {
  const pool = poolOf({ threads: 2, idle: 200 });
  const gates = [gate(), gate()];
  const tasks = gates.map(({ task }) => pool.run(task));
  for (const { open } of gates) open();
  await Promise.all(tasks);
  await expect(pool.run(['fail'])).rejects.toThrow('Not to be done');
  // A thread that ended has no number any more.
  await vi.waitFor(() => expect(opened.every(({ threadId }) => threadId === -1)).toBe(true), 20_000);
});
