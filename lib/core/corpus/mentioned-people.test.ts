import { expect, test } from 'vitest';
import { markdownToComment } from '@/lib/core/essay/comment-markdown';
import { mentionedPeople } from './mentioned-people';

const people: Record<string, string> = { 'u-1': 'Reader x1', 'u-2': 'A [b] *c*' };
const personOf = (id: string) =>
  people[id] === undefined ? null : { id: `p-${id}`, name: people[id], pseudonymous: true };

test.each([
  ['hi [@Ann Lee](mention:u-1)!', 'hi [@Reader x1](mention:p-u-1)!'],
  [
    '[@Ann \\[x\\]](mention:u-1) and [@Bo](mention:u-1)',
    '[@Reader x1](mention:p-u-1) and [@Reader x1](mention:p-u-1)',
  ],
  ['ask [@Cy](mention:u-9)', 'ask @somebody'],
  ['[Ann](https://example.org/mention:u-1)', '[Ann](https://example.org/mention:u-1)'],
])('%s becomes %s', (before, after) => {
  expect(mentionedPeople(before, personOf)).toBe(after);
});

test('whatever a name holds, it is read as that name', () => {
  const document = markdownToComment(mentionedPeople('[@X](mention:u-2)', personOf));
  expect(JSON.stringify(document)).toContain('{"type":"mention","attrs":{"id":"p-u-2","label":"A [b] *c*"}}');
});
