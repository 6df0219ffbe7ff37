import { expect, test } from 'vitest';
import { exportWords } from './export-words';

const file = {
  format: 'JSON Lines',
  bytes: 12_340_000,
  problem: null,
  expiresAt: '2026-11-22T23:10:00.000Z',
};

test('of a file say how large it is, and until when it waits where the reader lives', () => {
  expect(exportWords(file, 'UTC')).toBe('JSON Lines, 12.3 MB. Kept until 22 November at 23:10.');
  expect(exportWords(file, 'Europe/Zurich')).toBe('JSON Lines, 12.3 MB. Kept until 23 November at 00:10.');
  expect(exportWords(file, 'Mars/Olympus')).toBe(exportWords(file, 'UTC'));
});

test('of one that failed say why', () => {
  expect(exportWords({ ...file, problem: 'gone' }, 'UTC')).toBe(
    'JSON Lines. What it was to hold is not there any more.',
  );
  expect(exportWords({ ...file, problem: 'broken' }, 'UTC')).toBe('JSON Lines. It could not be made.');
});
