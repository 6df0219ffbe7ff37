import { expect, test } from 'vitest';
import { serialQueue } from './serial-queue';

const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

test('keeps the order of one name, even when earlier work takes longer', async () => {
  const { run } = serialQueue();
  const log: string[] = [];
  const slow = run('a', async () => {
    await soon();
    await soon();
    log.push('slow');
  });
  const quick = run('a', async () => void log.push('quick'));
  await run('b', async () => void log.push('other'));
  await Promise.all([slow, quick]);
  expect(log).toEqual(['other', 'slow', 'quick']);
});

test('goes on after work that failed, and tells its caller alone', async () => {
  const { run } = serialQueue();
  const failed = run('a', () => Promise.reject(new Error('no')));
  await expect(run('a', async () => 1)).resolves.toBe(1);
  await expect(failed).rejects.toThrow('no');
});
