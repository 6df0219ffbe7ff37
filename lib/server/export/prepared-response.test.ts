import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportChunk } from '@/lib/server/data/export/prepared-exports';
import { visitor } from '@/lib/server/data/viewer';
import { chunkBytes } from './prepare';
import { preparedResponse } from './prepared-response';

vi.mock('@/lib/server/data/export/prepared-exports', () => ({ exportChunk: vi.fn() }));

const pieces = 100;
beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(exportChunk).mockResolvedValue(gzipSync(Buffer.alloc(chunkBytes)));
});
afterEach(() => vi.useRealTimers());

const reader = () => {
  const ready = {
    id: 'x',
    group: 'y',
    name: 'y',
    format: 'jsonl',
    bytes: pieces * chunkBytes,
    sha256: 'ab',
  } as const;
  return preparedResponse(visitor, ready, new Request('http://127.0.0.1/')).body!.getReader();
};

test('who takes nothing for a minute is cut off', async () => {
  const taking = reader();
  expect((await taking.read()).value?.length).toBe(chunkBytes);
  await vi.advanceTimersByTimeAsync(50_000);
  expect((await taking.read()).value?.length).toBe(chunkBytes);
  await vi.waitFor(() => expect(exportChunk).toHaveBeenCalledTimes(3));
  await vi.advanceTimersByTimeAsync(61_000);
  await expect(taking.read()).rejects.toThrow('Nobody takes this away.');
});

test('who needs more than an hour is cut off', async () => {
  const taking = reader();
  const all = async () => {
    for (let n = 0; n < pieces; n++) {
      await taking.read();
      await vi.advanceTimersByTimeAsync(50_000);
    }
  };
  await expect(all()).rejects.toThrow('This export takes too long.');
});
