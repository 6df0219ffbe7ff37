import { describe, expect, test } from 'vitest';
import type { CommentDocument } from './comment-document';
import { commentToMarkdown, markdownToComment } from './comment-markdown';
import { mayName, namedAtStart, withMentions } from './named-mention';

const people = ['Ben Okoro', 'Ann Lee', 'Ann Ray', 'Zoë', 'Jo', 'Jo Park'].map((name, i) => ({
  id: `0191c0de-0000-7000-8000-00000000000${i}`,
  name,
}));

describe('the beginning of a text names', () => {
  test.each([
    ['Ben', 'Ben Okoro', 3],
    ['ben, is it?', 'Ben Okoro', 3],
    ['Ben Okoro said', 'Ben Okoro', 9],
    ['Ben Okoros said', null, 0],
    ['Ben Smith, is it?', null, 0],
    ['Ben Ölander', null, 0],
    ['Ben I think', 'Ben Okoro', 3],
    ['Ben. What is it?', 'Ben Okoro', 3],
    ['Zoë Adams said', 'Zoë', 3],
    ['Ann Ray!', 'Ann Ray', 7],
    ['zoë:', 'Zoë', 3],
    ['Jo', 'Jo', 2],
    ['Jo Park', 'Jo Park', 7],
    ['Ann', null, 0],
    ['Bend', null, 0],
    ['Ben_2', null, 0],
    ['Zoe', null, 0],
    ['', null, 0],
  ])('%j: %s', (text, name, length) => {
    const found = namedAtStart(text, people);
    expect([found?.person.name ?? null, found?.length ?? 0]).toEqual([name, length]);
  });
});

describe('in a comment', () => {
  const settled = (markdown: string) =>
    commentToMarkdown(withMentions(markdownToComment(markdown), people) as unknown as CommentDocument);
  const ben = `[@Ben Okoro](mention:${people[0]!.id})`;

  test.each([
    ['Is it, @Ben?', `Is it, ${ben}?`],
    ['@ben and (@Ben Okoro) and @Ann', `${ben} and (${ben}) and @Ann`],
    ['> said **@Ben** there', `> said ${ben} there`],
  ])('%j becomes a mention', (markdown, expected) => {
    expect(settled(markdown)).toBe(expected);
  });

  test.each([
    'write to me@Ben',
    'me@Ben@Ben',
    '`@Ben`',
    '```\n@Ben\n```',
    '[@Ben](https://example.org)',
    'Ben, @nobody',
  ])('%j stays as it is', (markdown) => {
    expect(settled(markdown)).toBe(commentToMarkdown(markdownToComment(markdown)));
  });

  test('nobody is asked for where no name can be', () => {
    expect(['Is it?', '`@Ben`', 'I say @Ben'].map((text) => mayName(markdownToComment(text)))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
