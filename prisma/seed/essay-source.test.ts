import { describe, expect, test } from 'vitest';
import { readEssaySource } from './essay-source';

const head = ['title: A: B', 'authors: Ann Lee, Bo Ek', 'language: en', 'licence: CC-BY-4.0', 'slug: a-b'];
const file = (lines: string[]) => `---\n${lines.join('\n')}\n---\n\nFirst.\n\n---\n\nSecond.\n`;

describe('readEssaySource', () => {
  test('keeps colons in values, parts authors, and leaves rules in the text alone', () => {
    expect(readEssaySource(file(head))).toEqual({
      title: 'A: B',
      authors: ['Ann Lee', 'Bo Ek'],
      language: 'en',
      licence: 'CC-BY-4.0',
      slug: 'a-b',
      markdown: 'First.\n\n---\n\nSecond.\n',
    });
  });

  test.each(['title', 'authors', 'language', 'licence', 'slug'])('names a missing %s', (key) => {
    const lines = head.filter((line) => !line.startsWith(key));
    expect(() => readEssaySource(file(lines))).toThrow(`The essay file has no ${key}.`);
  });

  test('refuses a file without front matter', () => {
    expect(() => readEssaySource('# Essay\n\nText.\n')).toThrow('no front matter');
  });
});
