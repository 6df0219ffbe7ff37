import { expect, test, vi } from 'vitest';
import { readEssay } from './read-essay';

// Only this thread's importer: the one of the other thread is the real one.
vi.mock('@/lib/core/importing/import-essay', () => ({
  importEssay: () => {
    throw new Error('The thread that answers requests must not read essays.');
  },
}));

test('a source is read in another thread', async () => {
  const { text, title } = await readEssay({ format: 'markdown', content: '# One\n\nTwo *three*.' });
  expect({ text, title }).toEqual({ text: 'One\n\nTwo three.', title: 'One' });
});

test('requests are answered while a text is read', async () => {
  const reading = readEssay({ format: 'markdown', content: 'Some words.\n\n'.repeat(2_000) });
  const turns: string[] = [];
  setImmediate(() => turns.push('answered'));
  await reading.then(() => turns.push('read'));
  expect(turns).toEqual(['answered', 'read']);
});

test.each([
  ['an empty text', ' ', 422, 'import-empty'],
  ['a text that is too long', 'a'.repeat(1_600_000), 413, 'import-too-large'],
])('%s is refused with a sentence', async (_name, content, status, code) => {
  await expect(readEssay({ format: 'text', content })).rejects.toMatchObject({ status, code });
});
