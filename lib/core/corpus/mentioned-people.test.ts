import { expect, test } from 'vitest';
import { markdownToComment } from '@/lib/core/essay/comment-markdown';
import { mentionedPeople } from './mentioned-people';

const people: Record<string, string> = { 'u-1': 'Ann', 'u-2': 'A [b] *c*', 'u-3': 'reader-k7f3qa2m' };
const personOf = (id: string) =>
  people[id] === undefined ? null : { id: `p-${id}`, name: people[id], pseudonymous: id === 'u-3' };

test.each([
  ['hi [@Ann Lee](mention:u-1)!', 'hi [@Ann](mention:p-u-1)!'],
  ['[@Ann \\[x\\]](mention:u-1) and [@Bo](mention:u-1)', '[@Ann](mention:p-u-1) and [@Ann](mention:p-u-1)'],
  ['ask [@Cy](mention:u-9)', 'ask @somebody'],
  ['I am [@Dee](mention:u-3)', 'I am @somebody'],
  ['[Ann](https://example.org/mention:u-1)', '[Ann](https://example.org/mention:u-1)'],
])('%s becomes %s', (before, after) => {
  expect(mentionedPeople(before, personOf)).toBe(after);
});

test('whatever a name holds, it is read as that name', () => {
  const document = markdownToComment(mentionedPeople('[@X](mention:u-2)', personOf));
  expect(JSON.stringify(document)).toContain('{"type":"mention","attrs":{"id":"p-u-2","label":"A [b] *c*"}}');
});
