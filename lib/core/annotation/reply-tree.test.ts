import { expect, test } from 'vitest';
import { idOf, reply } from './annotation.fixture';
import { type ReplyNode, replyTree } from './reply-tree';

const shape = (nodes: ReplyNode[]): unknown[] =>
  nodes.map(({ reply, children }) => [reply.creator.name, ...shape(children)]);

test('replies stand below what they answer, in order of creation', () => {
  const replies = [
    reply('r1', 'Ann'),
    reply('r2', 'Ben', { parent: idOf('r1') }),
    reply('r3', 'Cat'),
    reply('r4', 'Dan', { parent: idOf('r1') }),
    reply('r5', 'Eve', { parent: idOf('r2') }),
  ];
  expect(shape(replyTree(replies))).toEqual([['Ann', ['Ben', ['Eve']], ['Dan']], ['Cat']]);
});

test('a reply whose parent is unknown stands at the top: no word is lost', () => {
  expect(shape(replyTree([reply('r2', 'Ben', { parent: idOf('r1') })]))).toEqual([['Ben']]);
});
