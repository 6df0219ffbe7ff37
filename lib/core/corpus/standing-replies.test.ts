import { expect, test } from 'vitest';
import type { CorpusReply } from './corpus';
import { standingReplies } from './standing-replies';

const person = { id: 'p', name: 'P', pseudonymous: false };
const reply = (id: string, parent: string | null, says: boolean): CorpusReply => ({
  id,
  parent,
  held: null,
  created: '2026-01-01T00:00:00.000Z',
  reactions: [],
  words: says ? { person, comment: id, modified: null } : null,
});
const idsOf = (replies: CorpusReply[]) => standingReplies(replies).map(({ id }) => id);

test('keeps what has words, in order', () => {
  expect(idsOf([reply('a', null, true), reply('b', 'a', true)])).toEqual(['a', 'b']);
});

test('keeps what has none as long as somebody answers it, at any depth', () => {
  expect(idsOf([reply('a', null, false), reply('b', 'a', false), reply('c', 'b', true)])).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('leaves out the rest', () => {
  expect(idsOf([reply('a', null, false), reply('b', 'a', false), reply('c', null, true)])).toEqual(['c']);
});

test('puts each after what it answers, whatever their order in time', () => {
  const thread = [
    reply('d', 'c', true),
    reply('b', 'a', true),
    reply('c', 'a', true),
    reply('a', null, true),
  ];
  expect(idsOf(thread)).toEqual(['a', 'b', 'c', 'd']);
  expect(idsOf([...thread, reply('e', 'cut', true)])).toEqual(['a', 'b', 'c', 'd', 'e']);
});
