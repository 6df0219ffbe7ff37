import { expect, test } from 'vitest';
import { entryWords } from './entry-words';

test.each([
  [{ verb: 'hide', kind: 'reply', reason: 'spam' }, 'hid a reply: Advertising'],
  [{ verb: 'approve', kind: 'annotation', reason: '' }, 'approved a note'],
  [{ verb: 'undo', kind: 'card', reason: '' }, 'took back a decision on a card'],
  [{ verb: 'ban', kind: 'member', reason: '' }, 'banned a member'],
])('%o', (entry, words) => {
  expect(entryWords(entry)).toBe(words);
});
