import { describe, expect, test } from 'vitest';
import { frontMatter } from './front-matter';

const read = (...lines: string[]) => frontMatter(`---\n${lines.join('\n')}\n---\nBody`);

describe('front matter', () => {
  test.each<[name: string, lines: string[], metadata: object]>([
    ['a title', ['title: On Names'], { title: 'On Names' }],
    ['a title with a colon in quotes', ['title: "On: Names"'], { title: 'On: Names' }],
    ['a title in single quotes', ["title: 'On Names'"], { title: 'On Names' }],
    ['field names in capitals', ['Title: x', 'AUTHOR: Ann'], { title: 'x', authors: ['Ann'] }],
    ['a list of authors', ['authors:', '  - Ann', '- "Bo Lee"'], { authors: ['Ann', 'Bo Lee'] }],
    ['authors in brackets', ['authors: [Ann, Bo]'], { authors: ['Ann', 'Bo'] }],
    ['an author whose name holds "and"', ['author: Anders Sandberg'], { authors: ['Anders Sandberg'] }],
    ['licence in either spelling', ['licence: CC0'], { licence: 'CC0' }],
    ['an address', ['source_url: https://a.b'], { source: 'https://a.b' }],
    ['an address that is none', ['url: javascript:x'], {}],
    ['comments and nested lines', ['# a comment', 'title: x', '  nested: y'], { title: 'x' }],
    ['an empty field', ['title:', 'lang: de'], { language: 'de' }],
  ])('%s', (_name, lines, metadata) => {
    expect(read(...lines)).toMatchObject({ body: 'Body', metadata });
    expect(read(...lines).metadata).toEqual(metadata);
  });

  test('names the fields that it did not use', () => {
    expect(read('title: x', 'date: 2026', 'tags: [a]').unused).toEqual(['date', 'tags']);
  });

  test.each([
    ['no fence', 'title: x\n\nBody'],
    ['a rule at the beginning', '---\n\nBody\n\n---\n\nMore'],
    ['prose between rules', '---\nDear reader\n---\nBody'],
    ['a fence that never ends', '---\ntitle: x\nBody'],
    ['front matter further down', 'a\n---\ntitle: x\n---\n'],
  ])('%s is text', (_name, content) => {
    expect(frontMatter(content)).toEqual({ body: content, metadata: {}, unused: [] });
  });
});
