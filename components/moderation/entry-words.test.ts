import { expect, test } from 'vitest';
import { entryWords } from './entry-words';

const ann = { id: '', name: 'Ann' };

test.each([
  [{ verb: 'hide', kind: 'reply', reason: 'spam', author: ann }, 'hid a reply by Ann: Advertising'],
  [{ verb: 'hide', kind: 'reply', reason: 'spam', author: null }, 'hid a reply: Advertising'],
  [{ verb: 'approve', kind: 'annotation', reason: '', author: null }, 'approved a note'],
  [{ verb: 'undo', kind: 'card', reason: '', author: null }, 'took back a decision on a card'],
  [{ verb: 'ban', kind: 'member', reason: '', author: ann }, 'banned Ann'],
  [{ verb: 'unban', kind: 'member', reason: '', author: null }, 'lifted the ban of a member'],
])('%o', (entry, words) => {
  expect(entryWords(entry)).toBe(words);
});

test('whose it is goes without saying beside it', () => {
  const entry = { verb: 'hide', kind: 'reply', reason: '', author: ann };
  expect(entryWords(entry, true)).toBe('hid a reply');
});
