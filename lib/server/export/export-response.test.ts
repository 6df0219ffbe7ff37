import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { csvTable } from '@/lib/core/export/csv/csv-table';
import { corpusHead } from '@/lib/core/export/written-files.fixture';
import type { FilePiece } from './export-pieces';
import { exportResponse, fileHeaders } from './export-response';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  ['jsonl', 'night-school.jsonl'],
  ['brat', 'night-school-brat.zip'],
  ['aif', 'night-school-aif.json'],
  ['bundle', 'night-school-bundle.zip'],
] as const)('a file of %s is called %s, so that no two formats have one name', (format, name) => {
  expect(fileHeaders(format, 'night-school')['content-disposition']).toContain(`filename="${name}"`);
});

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
    keep: () => {},
    end: () => void over.push('lease'),
    during: <T>(work: Promise<T>) => work,
  };
  const { body } = exportResponse(
    { name: 'csv', format: csvTable, head: corpusHead, texts: 1, pieces: pieces() },
    lease,
  );
  const reader = body!.getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(over).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(over).toEqual(['lease', 'read']);
  await expect(reader.read()).rejects.toThrow('Nobody takes');
});
