import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { csvTable } from '@/lib/core/export/csv/csv-table';
import { corpusHead } from '@/lib/core/export/written-files.fixture';
import type { FilePiece } from './export-pieces';
import { exportResponse } from './export-response';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('who takes nothing away for a minute gives the reading back, and the file breaks off', async () => {
  const over: string[] = [];
  async function* pieces(): AsyncGenerator<FilePiece> {
    try {
      while (true) yield { file: 'a.csv', bytes: Buffer.from('x') };
    } finally {
      over.push('read');
    }
  }
  const lease = {
    ...{ keep: () => {}, end: () => void over.push('lease') },
    during: <T>(work: Promise<T>) => work,
  };
  const { body } = exportResponse({ format: csvTable, head: corpusHead, texts: 1, pieces: pieces() }, lease);
  const reader = body!.getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(over).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(over).toEqual(['lease', 'read']);
  await expect(reader.read()).rejects.toThrow('Nobody takes');
});
