import { expect, test } from 'vitest';
import type { CorpusReply } from './corpus';
import { type ReplyBranch, replyTree } from './reply-tree';

const reply = (id: number, parent: number | null): CorpusReply => ({
  id: String(id),
  parent: parent === null ? null : String(parent),
  words: null,
  held: null,
  created: '2026-01-01T00:00:00.000Z',
  reactions: [],
});

const ids = (branches: readonly ReplyBranch[]): unknown[] =>
  branches.map(({ reply: { id }, answers }) => (answers.length > 0 ? [id, ids(answers)] : id));

test('replies stand under what they answer, in their order', () => {
  const replies = [reply(1, null), reply(2, 1), reply(3, null), reply(4, 1), reply(5, 2)];
  expect(ids(replyTree(replies))).toEqual([['1', [['2', ['5']], '4']], '3']);
});

test('however deep a thread is, no reply is lost and the tree stays flat', () => {
  const replies = Array.from({ length: 20_000 }, (_, i) => reply(i, i === 0 ? null : i - 1));
  let [levels, found] = [0, 0];
  for (let level = replyTree(replies); level.length > 0; level = level.flatMap(({ answers }) => answers)) {
    levels++;
    found += level.length;
  }
  expect([levels, found]).toEqual([12, 20_000]);
});
